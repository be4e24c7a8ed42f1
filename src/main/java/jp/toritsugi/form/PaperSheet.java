package jp.toritsugi.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jp.toritsugi.consent.ConsentWording;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.questionnaire.Choice;
import jp.toritsugi.questionnaire.Flow;
import jp.toritsugi.questionnaire.NonResponse;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.sheet.NewDiagnosis;

/**
 * The blank sheet on paper: what stands beside each question so that a person finds the way without the tablet.
 *
 * @param wording what the owner signs
 */
record PaperSheet(ProvedQuestionnaire questionnaire, List<Item> items, ConsentWording wording) {

    /** @param after where to go from here whatever the answer; empty where the next question follows, or the answer decides */
    record Item(Question question, List<Box> boxes, List<String> after) {}

    /** @param goTo where this answer leads; empty where all answers lead the same way */
    record Box(String label, String goTo) {}

    static PaperSheet of(ProvedQuestionnaire questionnaire, ConsentWording wording) {
        List<Item> items = new ArrayList<>();
        for (Question question : questionnaire.definition().questions()) {
            List<Flow.Arrow> out = questionnaire.flow().arrows().stream()
                    .filter(arrow -> arrow.from().equals(question.code()))
                    .toList();
            items.add(new Item(question, boxes(question, out, questionnaire), after(question, out, questionnaire)));
        }
        return new PaperSheet(questionnaire, List.copyOf(items), wording);
    }

    public List<String> nonResponses() {
        return Arrays.stream(NonResponse.values()).map(NonResponse::label).toList();
    }

    public List<String> occasions() {
        return Arrays.stream(NewDiagnosis.Occasion.values())
                .map(NewDiagnosis.Occasion::label)
                .toList();
    }

    public List<String> manners() {
        return Arrays.stream(NewDiagnosis.Manner.values())
                .map(NewDiagnosis.Manner::label)
                .toList();
    }

    public List<String> supportWishes() {
        return Arrays.stream(NewDiagnosis.SupportWish.values())
                .map(NewDiagnosis.SupportWish::label)
                .toList();
    }

    public List<String> desiredSupports() {
        return Arrays.stream(NewDiagnosis.DesiredSupport.values())
                .map(NewDiagnosis.DesiredSupport::label)
                .toList();
    }

    /** The recipients to tick: the successor bank goes with the centre, the own adviser needs no consent. */
    public List<String> recipients() {
        return Arrays.stream(RecipientKind.values())
                .filter(kind -> kind != RecipientKind.SUCCESSOR_BANK && kind != RecipientKind.OWN_ADVISER)
                .map(RecipientKind::label)
                .toList();
    }

    /** Whether the wording printed here still waits for the secretariat. */
    public boolean wordingUnconfirmed() {
        return items.stream().anyMatch(item -> !item.question().confirmed());
    }

    private static List<Box> boxes(Question question, List<Flow.Arrow> out, ProvedQuestionnaire questionnaire) {
        List<Box> boxes = new ArrayList<>();
        for (Choice choice : question.choices()) {
            String goTo = out.stream()
                    .filter(arrow -> arrow.answers().contains(choice.code()))
                    .map(arrow -> follows(arrow, question, questionnaire) ? "↓" : goTo(arrow))
                    .findFirst()
                    .orElse("");
            boxes.add(new Box(choice.label(), goTo));
        }
        return boxes;
    }

    private static List<String> after(Question question, List<Flow.Arrow> out, ProvedQuestionnaire questionnaire) {
        List<Flow.Arrow> whateverTheAnswer =
                out.stream().filter(arrow -> arrow.answers().isEmpty()).toList();
        if (!whateverTheAnswer.isEmpty() && whateverTheAnswer.stream().allMatch(Flow.Arrow::toLeaf)) {
            String leaves = whateverTheAnswer.stream().map(Flow.Arrow::to).collect(Collectors.joining("・"));
            return List.of("ここで終わり（区分" + leaves + "）");
        }
        return whateverTheAnswer.stream()
                .filter(arrow -> !arrow.label().isEmpty() || !follows(arrow, question, questionnaire))
                .map(arrow -> (arrow.label().isEmpty() ? "" : arrow.label() + " ") + goTo(arrow))
                .toList();
    }

    private static boolean follows(Flow.Arrow arrow, Question question, ProvedQuestionnaire questionnaire) {
        return !arrow.toLeaf()
                && questionnaire.definition().question(arrow.to()).orElseThrow().index() == question.index() + 1;
    }

    private static String goTo(Flow.Arrow arrow) {
        return arrow.toLeaf() ? "→ 終わり（区分" + arrow.to() + "）" : "→ " + arrow.to() + "へ";
    }
}
