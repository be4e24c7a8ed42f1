package jp.toritsugi.diagnosis;

import io.quarkus.arc.All;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.consent.ConsentWordings;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.questionnaire.AnswerState;
import jp.toritsugi.questionnaire.Flow;
import jp.toritsugi.questionnaire.Leaf;
import jp.toritsugi.questionnaire.LeafState;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.sheet.SheetContent;
import jp.toritsugi.sheet.SheetDescription;

/** Lays a sheet out for reading: the walked path in order, what stands beside it, and its whole history. */
@ApplicationScoped
class SheetPageMaker {
    private final DiagnosisRepository diagnoses;
    private final Reach reach;
    private final SheetContent content;
    private final SheetDescription description;
    private final QuestionnaireLibrary library;
    private final Register register;
    private final FirmTracing firms;
    private final SheetAdvice advice;
    private final ConsentWordings wordings;
    private final List<SheetPart> parts;
    private final Clock clock;

    SheetPageMaker(
            DiagnosisRepository diagnoses,
            Reach reach,
            SheetContent content,
            SheetDescription description,
            QuestionnaireLibrary library,
            Register register,
            FirmTracing firms,
            SheetAdvice advice,
            ConsentWordings wordings,
            @All List<SheetPart> parts,
            Clock clock) {
        this.wordings = wordings;
        this.parts = parts;
        this.clock = clock;
        this.diagnoses = diagnoses;
        this.reach = reach;
        this.content = content;
        this.description = description;
        this.library = library;
        this.register = register;
        this.firms = firms;
        this.advice = advice;
    }

    /** @throws NotFound for a sheet out of the viewer's reach */
    @Transactional
    SheetPage page(DiagnosisId id, Viewer viewer) {
        Diagnosis diagnosis = diagnoses.open(id, "sheet", viewer);
        DiagnosisView view = firms.told(diagnosis, advice.view(diagnosis, viewer));
        Questionnaire questionnaire = questionnaire(view.sheet());
        Leaf leaf = questionnaire.leaf(view.leaf()).orElse(null);
        return new SheetPage(
                view,
                register.institution(diagnosis.network, diagnosis.institution)
                        .map(Institution::name)
                        .orElse(diagnosis.institution),
                questionnaire,
                Flow.walked(
                        questionnaire,
                        questionnaire.read(view.sheet().answers()),
                        view.sheet().answers()),
                answered(view, questionnaire, AnswerState.ON_BRANCH, AnswerState.UNANSWERED),
                answered(view, questionnaire, AnswerState.OFF_BRANCH),
                answered(view, questionnaire, AnswerState.NOT_APPLICABLE).stream()
                        .map(SheetPage.Answered::code)
                        .toList(),
                leaf,
                leaf == null ? null : advice(leaf, view.leafState()),
                inferred(view, questionnaire),
                description.sections(view.sheet()),
                changes(diagnosis),
                ConsentSection.of(view.sheet().spokenConsents(), wordings, LocalDate.now(clock)),
                parts(OpenSheet.of(diagnosis, view.sheet()), viewer),
                Reach.isOpen(viewer, diagnosis)
                        ? null
                        : reach.glassBrokenUntil(viewer, diagnosis).orElse(null),
                viewer.role().equals(Roles.COORDINATOR));
    }

    private List<String> parts(OpenSheet sheet, Viewer viewer) {
        return parts.stream()
                .sorted(Comparator.comparingInt(SheetPart::place))
                .map(part -> part.of(sheet, viewer))
                .flatMap(Optional::stream)
                .map(TemplateInstance::render)
                .toList();
    }

    private static List<SheetPage.Answered> answered(
            DiagnosisView view, Questionnaire questionnaire, AnswerState... wanted) {
        List<String> settling =
                questionnaire.leaf(view.leaf()).map(Leaf::questions).orElse(List.of());
        List<SheetPage.Answered> found = new ArrayList<>();
        for (Question question : questionnaire.questions()) {
            String state = view.states().get(question.code());
            if (List.of(wanted).stream().anyMatch(one -> one.code().equals(state))) {
                String given = view.sheet().answers().get(question.code());
                found.add(new SheetPage.Answered(
                        question.code(),
                        question.text(),
                        SheetDescription.answer(question, given),
                        given != null && question.choice(given).isPresent(),
                        settling.contains(question.code())
                                && question.unfavourable().equals(given),
                        view.sheet().comments() == null
                                ? null
                                : view.sheet().comments().get(question.code())));
            }
        }
        return found;
    }

    private static Leaf.Advice advice(Leaf leaf, String state) {
        return leaf.advice().entrySet().stream()
                .filter(entry -> entry.getKey().code().equals(state))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static List<String> inferred(DiagnosisView view, Questionnaire questionnaire) {
        DiagnosisView.Inferred inferred = view.inferred();
        if (inferred.conflict()) {
            return List.of("回答のない設問をほかの回答から推し量ると食い違うため、区分を推定できません。");
        }
        List<String> sentences = new ArrayList<>();
        inferred.answers().forEach((code, answer) -> questionnaire
                .question(code)
                .ifPresent(question -> sentences.add(
                        code + "は回答がありませんが、ほかの回答から「" + SheetDescription.answer(question, answer) + "」と推定できます。")));
        if (!sentences.isEmpty()) {
            questionnaire
                    .leaf(inferred.leaf())
                    .ifPresent(leaf -> sentences.add("推定した区分は " + leaf.code() + "（" + leaf.name() + "）、"
                            + LeafState.labelOf(inferred.leafState()) + "です。"));
        }
        return sentences;
    }

    private List<SheetPage.Change> changes(Diagnosis diagnosis) {
        List<SheetPage.Change> changes = new ArrayList<>();
        Map<String, String> before = null;
        for (Revision revision : diagnoses.revisions(diagnosis)) {
            RevisionView view = RevisionView.of(revision, content);
            Map<String, String> after = description.flat(view.sheet(), questionnaire(view.sheet()));
            changes.add(0, new SheetPage.Change(view, before == null ? List.of() : differences(before, after)));
            before = after;
        }
        return changes;
    }

    static List<SheetPage.Difference> differences(Map<String, String> before, Map<String, String> after) {
        Set<String> labels = new LinkedHashSet<>(after.keySet());
        labels.addAll(before.keySet());
        List<SheetPage.Difference> differences = new ArrayList<>();
        for (String label : labels) {
            String old = before.getOrDefault(label, "");
            String now = after.getOrDefault(label, "");
            if (!old.equals(now)) {
                differences.add(new SheetPage.Difference(label, old, now));
            }
        }
        return differences;
    }

    private Questionnaire questionnaire(NewDiagnosis sheet) {
        return QuestionnaireId.parse(sheet.questionnaire())
                .flatMap(library::find)
                .orElseThrow(() -> new IllegalStateException("no questionnaire " + sheet.questionnaire()));
    }
}
