package jp.toritsugi.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathFactory;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * JavaRosa blanks what is no longer asked and so would forgive a condition that does not go back to the first question;
 * other engines do not. Here a bare XPath engine reads the conditions over everything that was written, off the branch too.
 */
class PlainXPathAgreesTest {

    @ParameterizedTest
    @CsvSource({"2016", "2022"})
    void the_conditions_hold_where_nothing_is_blanked(String version) throws Exception {
        Questionnaire questionnaire = QuestionnaireLibrary.load()
                .find(new QuestionnaireId("succession-diagnosis", version))
                .orElseThrow();
        Map<String, XPathExpression> relevant = compiled(questionnaire);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        for (Map<String, String> answers : AnswerSheets.of(questionnaire)) {
            write(document, questionnaire, answers);
            List<String> asked = new ArrayList<>();
            for (Question question : questionnaire.questions()) {
                XPathExpression expression = relevant.get(question.code());
                if (expression == null || expression.evaluateExpression(document, Boolean.class)) {
                    asked.add(question.code());
                }
            }
            assertThat(asked)
                    .as("asked of %s", answers)
                    .isEqualTo(questionnaire.read(answers).path());
        }
    }

    private static Map<String, XPathExpression> compiled(Questionnaire questionnaire) throws Exception {
        OdkNames names = new OdkNames(questionnaire, name -> "/data/" + name);
        XPath xpath = XPathFactory.newInstance().newXPath();
        Map<String, XPathExpression> relevant = new LinkedHashMap<>();
        for (Question question : questionnaire.questions()) {
            if (!names.relevant(question).isEmpty()) {
                relevant.put(question.code(), xpath.compile(names.relevant(question)));
            }
        }
        return relevant;
    }

    private static void write(Document document, Questionnaire questionnaire, Map<String, String> answers) {
        if (document.getDocumentElement() != null) {
            document.removeChild(document.getDocumentElement());
        }
        Element data = document.createElement("data");
        document.appendChild(data);
        for (Question question : questionnaire.questions()) {
            Element field = document.createElement(OdkNames.name(question.code()));
            field.setTextContent(answers.getOrDefault(question.code(), ""));
            data.appendChild(field);
        }
    }
}
