package jp.toritsugi.diagnosis;

import java.util.List;
import java.util.Map;
import jp.toritsugi.problem.Violation;
import jp.toritsugi.questionnaire.NonResponse;
import jp.toritsugi.questionnaire.Questionnaire;

/**
 * The form for keying in a sheet, or correcting one.
 *
 * @param id of the sheet; made when the form is first shown, so that sending it twice is harmless
 * @param base revision that is being corrected; null for a new sheet
 * @param typed what was typed so far, by field name
 * @param faults what cannot be taken, by field name
 * @param notice why the form is shown again, or null
 * @param meanwhile what somebody else changed since the form was first shown
 * @param versions questionnaires that may be chosen for a new sheet
 */
record EntryPage(
        DiagnosisId id,
        Integer base,
        Questionnaire questionnaire,
        List<EntryFields.Section> head,
        List<EntryFields.Section> foot,
        List<EntryFields.Option> recipients,
        List<EntryFields.Option> means,
        Map<String, List<String>> typed,
        List<Violation> faults,
        String notice,
        List<SheetPage.Difference> meanwhile,
        List<Questionnaire> versions) {

    public boolean isCorrection() {
        return base != null;
    }

    public String address() {
        return "/diagnoses/" + id + (base == null ? "/entry" : "/correction");
    }

    public String typed(String name) {
        List<String> values = typed.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    public boolean chosen(String name, String value) {
        return typed.getOrDefault(name, List.of()).contains(value);
    }

    public String fault(String name) {
        return faults.stream()
                .filter(fault -> fault.field().equals(name))
                .map(Violation::message)
                .findFirst()
                .orElse(null);
    }

    public NonResponse[] nonResponses() {
        return NonResponse.values();
    }

    /** Name of a field for the list of faults at the top of the page. */
    public String label(String name) {
        if (name.startsWith("answers.") || name.startsWith("comments.")) {
            return name.substring(name.indexOf('.') + 1);
        }
        if (name.startsWith("consents.")) {
            return "情報共有の同意";
        }
        return List.of(head, foot).stream()
                .flatMap(List::stream)
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.name().equals(name))
                .map(EntryFields.Field::label)
                .findFirst()
                .orElse(name.equals("reason") ? "訂正の理由" : name);
    }
}
