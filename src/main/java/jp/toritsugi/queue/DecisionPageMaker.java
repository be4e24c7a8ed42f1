package jp.toritsugi.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.consent.Consents;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.diagnosis.OpenSheet;
import jp.toritsugi.diagnosis.OpenSheets;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import jp.toritsugi.recommendation.RecommendationView;
import jp.toritsugi.referral.CaseReader;
import jp.toritsugi.referral.CaseView;
import jp.toritsugi.sheet.SheetDescription;

/** Lays one case out for deciding; that somebody opened it stands in the trail. */
@ApplicationScoped
class DecisionPageMaker {
    private final CaseReader cases;
    private final QueueReader queue;
    private final OpenSheets sheets;
    private final DeskChoices desks;
    private final SheetDescription description;
    private final QuestionnaireLibrary library;
    private final Municipalities municipalities;
    private final Clock clock;

    DecisionPageMaker(
            CaseReader cases,
            QueueReader queue,
            OpenSheets sheets,
            DeskChoices desks,
            SheetDescription description,
            QuestionnaireLibrary library,
            Municipalities municipalities,
            Clock clock) {
        this.cases = cases;
        this.queue = queue;
        this.sheets = sheets;
        this.desks = desks;
        this.description = description;
        this.library = library;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /**
     * In one transaction, in which the sheet stands still (one question to the database more): a consent that is taken back
     * at the same moment is gone before the page is begun, or waits until it is made.
     *
     * @throws jp.toritsugi.problem.NotFound out of the viewer's reach
     */
    @Transactional
    DecisionPage page(DiagnosisId id, QueueQuery from, String done, DecisionPage.Refused refused, Viewer viewer) {
        cases.holdStill(id);
        CaseView file = cases.open(id, viewer);
        OpenSheet sheet = sheets.get(id, viewer);
        RecommendationView advice = sheets.advice(id, viewer).orElse(null);
        List<RecipientKind> kinds = kinds(advice, file);
        String municipality = sheet.content().enterprise().municipality();
        return new DecisionPage(
                file,
                queue.lines(List.of(id.value()), viewer).get(0),
                sheet,
                municipality == null ? null : municipalities.nameOf(municipality),
                answers(sheet),
                description.sections(sheet.content()),
                advice,
                consents(sheet.content().spokenConsents()),
                desks.advised(sheet, kinds, viewer),
                file.may("hand-over") ? desks.others(sheet, kinds, viewer) : List.of(),
                QueueAddress.filters(from),
                QueueAddress.list(from),
                QueueMessages.of(done),
                refused);
    }

    /** What the rules name, in their order: first, then, and what the consent does not cover. */
    private static List<RecipientKind> kinds(RecommendationView advice, CaseView file) {
        List<RecipientKind> kinds = new ArrayList<>();
        if (advice == null) {
            if (file.proposed() != null) {
                kinds.add(RecipientKind.of(file.proposed()));
            }
            return kinds;
        }
        if (advice.primary() != null) {
            kinds.add(advice.primary());
        }
        kinds.addAll(advice.additional());
        kinds.addAll(advice.blocked());
        return kinds;
    }

    private List<DecisionPage.Answer> answers(OpenSheet sheet) {
        Questionnaire questionnaire = QuestionnaireId.parse(sheet.content().questionnaire())
                .flatMap(library::find)
                .orElseThrow();
        return questionnaire.questions().stream()
                .filter(question -> sheet.content().answers().containsKey(question.code()))
                .map(question -> {
                    String given = sheet.content().answers().get(question.code());
                    return new DecisionPage.Answer(
                            question.code(),
                            question.text(),
                            SheetDescription.answer(question, given),
                            question.choice(given).isPresent());
                })
                .toList();
    }

    private List<DecisionPage.ConsentLine> consents(Consents spoken) {
        LocalDate today = LocalDate.now(clock);
        return Arrays.stream(RecipientKind.values())
                .filter(kind -> spoken.about(kind).isPresent()
                        || spoken.covering(kind, today).isPresent())
                .map(kind -> {
                    boolean inForce = spoken.covering(kind, today).isPresent();
                    return new DecisionPage.ConsentLine(kind.label(), inForce ? "同意あり" : "同意なし", inForce);
                })
                .toList();
    }
}
