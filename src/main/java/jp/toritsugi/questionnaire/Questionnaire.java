package jp.toritsugi.questionnaire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a questionnaire, immutable. The branch of a sheet is decided by its given answers alone, question by
 * question in printed order: a condition looks only at answers of questions that are themselves asked, so leaving a
 * branch leaves everything behind it, however deep. Nothing is erased: what was written off the branch stays written.
 */
public final class Questionnaire {
    /** Leaf of a sheet whose answers do not decide. */
    public static final String UNDETERMINED = "U";

    private final QuestionnaireId id;
    private final Head head;
    private final List<Question> questions;
    private final List<Leaf> leaves;
    private final List<InferenceRule> inferenceRules;
    private final Map<String, Question> byCode = new HashMap<>();

    /** @param checksum SHA-256 of the file, in hex: a version that interviews have used is never edited */
    public record Head(String title, String source, LocalDate validFrom, String notice, String checksum) {}

    Questionnaire(
            QuestionnaireId id,
            Head head,
            List<Question> questions,
            List<Leaf> leaves,
            List<InferenceRule> inferenceRules) {
        this.id = id;
        this.head = head;
        this.questions = List.copyOf(questions);
        this.leaves = List.copyOf(leaves);
        this.inferenceRules = List.copyOf(inferenceRules);
        this.questions.forEach(question -> byCode.put(question.code(), question));
    }

    public QuestionnaireId id() {
        return id;
    }

    public Head head() {
        return head;
    }

    public String title() {
        return head.title();
    }

    public String checksum() {
        return head.checksum();
    }

    /** In printed order. */
    public List<Question> questions() {
        return questions;
    }

    public Optional<Question> question(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Place of a question that exists, from 0. */
    int index(String question) {
        return byCode.get(question).index();
    }

    /** Used for routing only; nothing concluded is ever counted as an answer. */
    public List<InferenceRule> inferenceRules() {
        return inferenceRules;
    }

    public List<Leaf> leaves() {
        return leaves;
    }

    public Optional<Leaf> leaf(String code) {
        return leaves.stream().filter(leaf -> leaf.code().equals(code)).findFirst();
    }

    /**
     * Reads a sheet.
     *
     * @param answers answer code or non-response by question; an absent question is 未回答
     */
    public Reading read(Map<String, String> answers) {
        Branch branch = new Branch(this, answers);
        Map<String, AnswerState> states = new LinkedHashMap<>();
        List<String> path = new ArrayList<>();
        Question next = null;
        for (Question question : questions) {
            char mark = branch.mark(question);
            AnswerState state = Marks.state(mark);
            states.put(question.code(), state);
            if (state == AnswerState.ON_BRANCH || state == AnswerState.UNANSWERED) {
                path.add(question.code());
                if (next == null && mark == '-') {
                    next = question;
                }
            }
        }
        return new Reading(
                Collections.unmodifiableMap(states),
                List.copyOf(path),
                Optional.ofNullable(next),
                branch.leaf(),
                branch.leafState(),
                new Inferring(this, answers).infer(branch),
                branch.marks());
    }

    /** What in these answers the questionnaire does not know; empty for a sheet that can be read. */
    public List<AnswerFault> complaints(Map<String, String> answers) {
        List<AnswerFault> faults = new ArrayList<>();
        answers.forEach((code, answer) -> {
            Question question = byCode.get(code);
            if (question == null) {
                faults.add(new AnswerFault(code, "この調査票（" + head.title() + "）にない設問です。"));
            } else if (answer == null
                    || question.choiceIndex(answer) < 0
                            && NonResponse.find(answer).isEmpty()) {
                faults.add(new AnswerFault(code, code + "の回答として読めません。使える値: " + allowed(question)));
            }
        });
        return faults;
    }

    private static String allowed(Question question) {
        List<String> codes = new ArrayList<>();
        question.choices().forEach(choice -> codes.add(choice.code() + "（" + choice.label() + "）"));
        for (NonResponse value : NonResponse.values()) {
            codes.add(value.code() + "（" + value.label() + "）");
        }
        return String.join("、", codes);
    }
}
