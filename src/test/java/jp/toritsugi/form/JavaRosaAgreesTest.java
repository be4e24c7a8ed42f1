package jp.toritsugi.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.toritsugi.questionnaire.AnswerState;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import jp.toritsugi.questionnaire.Reading;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.util.XFormUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An independent engine, given our export, asks the same questions of every sheet and comes to the same leaf. */
class JavaRosaAgreesTest {
    private static final QuestionnaireLibrary LIBRARY = QuestionnaireLibrary.load();

    @BeforeAll
    static void register() {
        new XFormsModule().registerModule();
    }

    @ParameterizedTest
    @CsvSource({"2016, 4000", "2022, 1500"})
    void on_every_sheet_it_asks_what_we_ask(String version, int atLeast) throws Exception {
        Questionnaire questionnaire = LIBRARY.find(new QuestionnaireId("succession-diagnosis", version))
                .orElseThrow();
        Engine engine = new Engine(questionnaire);
        List<Map<String, String>> sheets = AnswerSheets.of(questionnaire);
        assertThat(sheets).hasSizeGreaterThan(atLeast);

        for (Map<String, String> answers : sheets) {
            Reading ours = questionnaire.read(answers);
            engine.fill(answers);
            assertThat(engine.asked()).as("asked of %s", answers).isEqualTo(ours.path());
            assertThat(engine.leaf()).as("leaf of %s", answers).isEqualTo(ours.leaf());
        }
    }

    @ParameterizedTest
    @CsvSource({"2016", "2022"})
    void the_sheets_try_every_state_of_every_question(String version) {
        Questionnaire questionnaire = LIBRARY.find(new QuestionnaireId("succession-diagnosis", version))
                .orElseThrow();
        List<Reading> readings =
                AnswerSheets.of(questionnaire).stream().map(questionnaire::read).toList();
        for (Question question : questionnaire.questions()) {
            AnswerState[] possible = question.askWhen().isEmpty()
                    ? new AnswerState[] {AnswerState.ON_BRANCH, AnswerState.UNANSWERED}
                    : AnswerState.values();
            assertThat(readings)
                    .extracting(reading -> reading.states().get(question.code()))
                    .contains(possible);
        }
    }

    /** The form in JavaRosa, filled in and asked again and again. */
    private static final class Engine {
        private final Questionnaire questionnaire;
        private final FormDef form;

        Engine(Questionnaire questionnaire) throws Exception {
            this.questionnaire = questionnaire;
            this.form = XFormUtils.getFormFromInputStream(new ByteArrayInputStream(XForm.of(questionnaire)));
            form.initialize(true, new InstanceInitializationFactory());
        }

        void fill(Map<String, String> answers) {
            for (Question question : questionnaire.questions()) {
                String answer = answers.get(question.code());
                form.setValue(
                        answer == null ? null : new StringData(answer),
                        reference(OdkNames.name(question.code())),
                        true);
            }
        }

        List<String> asked() {
            List<String> asked = new ArrayList<>();
            for (Question question : questionnaire.questions()) {
                if (element(OdkNames.name(question.code())).isRelevant()) {
                    asked.add(question.code());
                }
            }
            return asked;
        }

        String leaf() {
            return element("leaf").getValue().getDisplayText();
        }

        private TreeElement element(String name) {
            return form.getMainInstance().resolveReference(reference(name));
        }

        private static TreeReference reference(String name) {
            TreeReference reference = TreeReference.rootRef();
            reference.add("data", 0);
            reference.add(name, 0);
            return reference;
        }
    }
}
