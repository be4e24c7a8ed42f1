package jp.toritsugi.roster;

import java.util.List;
import java.util.Map;

/**
 * One field of a form as it is shown, or shown again with what is wrong.
 *
 * @param help a hint under the label, or null
 * @param value as typed
 * @param fault or null
 * @param options null where text is typed
 * @param blank how the option is called that says nothing
 */
record FormField(
        String name,
        String label,
        String help,
        boolean required,
        String value,
        String fault,
        List<Option> options,
        String blank) {

    record Option(String value, String label, boolean chosen) {}

    /** A select whose options say whether they are the typed one. */
    static FormField select(
            String name, String label, String help, boolean required, Typed typed, Map<String, String> choices) {
        String chosen = typed.value(name);
        List<Option> options = choices.entrySet().stream()
                .map(choice -> new Option(
                        choice.getKey(), choice.getValue(), choice.getKey().equals(chosen)))
                .toList();
        return new FormField(name, label, help, required, chosen, typed.fault(name), options, "－");
    }

    /** What is wrong, each with the label of its field. */
    static List<String> faults(List<List<FormField>> forms) {
        return forms.stream()
                .flatMap(List::stream)
                .filter(field -> field.fault != null)
                .map(field -> field.label + "：" + field.fault)
                .distinct()
                .toList();
    }

    /** A select by which a list is narrowed. */
    static FormField filter(String name, String label, Typed typed, Map<String, String> choices) {
        FormField field = select(name, label, null, false, typed, choices);
        return new FormField(name, label, null, false, field.value(), field.fault(), field.options(), "すべて");
    }

    static FormField text(String name, String label, String help, boolean required, Typed typed) {
        return new FormField(name, label, help, required, typed.value(name), typed.fault(name), null, null);
    }
}
