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
 */
record FormField(
        String name, String label, String help, boolean required, String value, String fault, List<Option> options) {

    record Option(String value, String label, boolean chosen) {}

    /** A select whose options say whether they are the typed one. */
    static FormField select(
            String name, String label, String help, boolean required, Typed typed, Map<String, String> choices) {
        String chosen = typed.value(name);
        List<Option> options = choices.entrySet().stream()
                .map(choice -> new Option(
                        choice.getKey(), choice.getValue(), choice.getKey().equals(chosen)))
                .toList();
        return new FormField(name, label, help, required, chosen, typed.fault(name), options);
    }

    static FormField text(String name, String label, String help, boolean required, Typed typed) {
        return new FormField(name, label, help, required, typed.value(name), typed.fault(name), null);
    }
}
