package jp.toritsugi.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.questionnaire.Choice;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A questionnaire as an XLSForm: the workbook that ODK Central, KoboToolbox and their like take. */
final class XlsForm {
    private static final String YES_NO = "yes_no";

    private final Questionnaire questionnaire;
    private final OdkNames names;
    private final Map<List<Choice>, String> lists = new LinkedHashMap<>();

    private XlsForm(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        this.names = new OdkNames(questionnaire, name -> "${" + name + "}");
        for (Question question : questionnaire.questions()) {
            boolean yesNo =
                    question.choices().stream().map(Choice::code).toList().equals(List.of("yes", "no"));
            lists.putIfAbsent(XForm.choices(question), yesNo ? YES_NO : OdkNames.name(question.code()));
        }
    }

    static byte[] of(Questionnaire questionnaire) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "toritsugi", "1.0")) {
            new XlsForm(questionnaire).write(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void write(Workbook workbook) {
        Sheet survey = new Sheet(workbook.newWorksheet("survey"));
        survey.row("type", "name", "label", "hint", "required", "relevant", "calculation");
        OdkField.beforeQuestions().forEach(field -> field(survey, field));
        for (Question question : questionnaire.questions()) {
            survey.row(
                    "select_one " + lists.get(XForm.choices(question)),
                    OdkNames.name(question.code()),
                    question.code() + " " + question.text(),
                    question.note(),
                    "",
                    names.relevant(question),
                    "");
        }
        OdkField.afterQuestions().forEach(field -> field(survey, field));
        survey.row("calculate", "leaf", "", "", "", "", names.leaf());

        Sheet choices = new Sheet(workbook.newWorksheet("choices"));
        choices.row("list_name", "name", "label");
        lists.forEach((list, name) -> list.forEach(choice -> choices.row(name, choice.code(), choice.label())));

        Sheet settings = new Sheet(workbook.newWorksheet("settings"));
        settings.row("form_title", "form_id", "version");
        settings.row(
                questionnaire.title() + " " + questionnaire.id().version(),
                questionnaire.id().code(),
                questionnaire.id().version());
    }

    private static void field(Sheet survey, OdkField field) {
        survey.row(field.type, field.fieldName, field.label, "", field.required ? "yes" : "", "", "");
    }

    /** Rows of text, one under the other. */
    private static final class Sheet {
        private final Worksheet sheet;
        private int next;

        Sheet(Worksheet sheet) {
            this.sheet = sheet;
        }

        void row(String... cells) {
            for (int column = 0; column < cells.length; column++) {
                if (!cells[column].isEmpty()) {
                    sheet.value(next, column, cells[column]);
                }
            }
            next++;
        }
    }
}
