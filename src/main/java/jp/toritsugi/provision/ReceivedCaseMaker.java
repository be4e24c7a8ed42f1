package jp.toritsugi.provision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.questionnaire.LeafState;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.sheet.SheetDescription;

/** Says in words what was given: from the record alone, never from the sheet. */
@ApplicationScoped
public class ReceivedCaseMaker {
    private final ProvisionReader reader;
    private final SheetDescription description;
    private final QuestionnaireLibrary library;

    ReceivedCaseMaker(ProvisionReader reader, SheetDescription description, QuestionnaireLibrary library) {
        this.reader = reader;
        this.description = description;
        this.library = library;
    }

    /** @throws jp.toritsugi.problem.NotFound out of the viewer's reach */
    public ReceivedCase open(ProvisionId id, Viewer viewer) {
        ProvisionView provision = reader.open(id, viewer);
        NewDiagnosis given = provision.content().asSheet();
        Questionnaire questionnaire = given.questionnaire() == null
                ? null
                : QuestionnaireId.parse(given.questionnaire())
                        .flatMap(library::find)
                        .orElse(null);
        return new ReceivedCase(
                provision,
                viewer.role().equals(Roles.CONSULTANT),
                leaf(provision.content(), questionnaire),
                answers(given, questionnaire),
                description.sections(given));
    }

    private static String leaf(ProvidedContent content, Questionnaire questionnaire) {
        if (content.leaf() == null) {
            return null;
        }
        String name = questionnaire == null
                ? "未定"
                : questionnaire.leaf(content.leaf()).map(leaf -> leaf.name()).orElse("未定");
        return content.leaf() + "　" + name + "・" + LeafState.labelOf(content.leafState());
    }

    private static List<ReceivedCase.Answer> answers(NewDiagnosis given, Questionnaire questionnaire) {
        Map<String, String> comments = given.comments() == null ? Map.of() : given.comments();
        List<ReceivedCase.Answer> answers = new ArrayList<>();
        if (questionnaire == null) {
            comments.forEach((code, comment) -> answers.add(new ReceivedCase.Answer(code, "", "", comment)));
            return answers;
        }
        for (Question question : questionnaire.questions()) {
            String answer = given.answers().get(question.code());
            String comment = comments.get(question.code());
            if (answer != null || comment != null) {
                answers.add(new ReceivedCase.Answer(
                        question.code(),
                        question.text(),
                        answer == null ? "" : SheetDescription.answer(question, answer),
                        comment));
            }
        }
        return answers;
    }
}
