package jp.toritsugi.query;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Violation;

/** The filters of a list as they were typed, from an address, a form or a JSON object. */
public final class TypedFilters {
    /** Characters of one value. Codes, days and names of areas are far shorter; what is longer costs without finding. */
    public static final int LONGEST = 200;

    private static final String PLACE = "after";
    private static final String WORDS = "q";
    private static final int LONGEST_PLACE = 1000;

    private TypedFilters() {}

    /**
     * From an address or a form.
     *
     * @return by parameter name, in the order of {@code names}, without what was left empty
     * @throws InvalidInput for a name there is not: a filter that is silently left out shows too much; for a value given
     *     twice, for the same reason; for a value longer than {@link #LONGEST}
     */
    public static Map<String, String> read(Map<String, List<String>> parameters, List<String> names) {
        List<Violation> faults = new ArrayList<>();
        unknown(parameters.keySet(), names, faults);
        Map<String, String> typed = new LinkedHashMap<>();
        for (String name : names) {
            String value = one(name, parameters.getOrDefault(name, List.of()), faults);
            if (value != null) {
                typed.put(name, value);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return typed;
    }

    /**
     * From a flat JSON object: texts, whole numbers, true and false; null is as if it were not there.
     *
     * @throws InvalidInput as {@link #read}, and for anything else in it
     */
    public static Map<String, String> ofJson(Map<String, Object> body, List<String> names) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        List<Violation> faults = new ArrayList<>();
        body.forEach((name, value) -> {
            if (value instanceof String
                    || value instanceof Integer
                    || value instanceof Long
                    || value instanceof BigInteger
                    || value instanceof Boolean) {
                parameters.put(name, List.of(value.toString()));
            } else if (value != null || !names.contains(name)) {
                unknown(List.of(name), names, faults);
                if (names.contains(name)) {
                    faults.add(new Violation(name, "文字か整数、true、false で書いてください。"));
                }
            }
        });
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return read(parameters, names);
    }

    /** For an endpoint that names its parameters itself; null for what was left empty. */
    public static String one(String name, String value) {
        List<Violation> faults = new ArrayList<>();
        String read = one(name, value == null ? List.of() : List.of(value), faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return read;
    }

    private static void unknown(Iterable<String> given, List<String> names, List<Violation> faults) {
        for (String name : given) {
            if (!names.contains(name) && faults.size() < names.size()) {
                faults.add(new Violation(
                        name.length() > LONGEST ? name.substring(0, LONGEST) : name,
                        "この検索条件はありません。使える条件: " + String.join(", ", names)));
            }
        }
    }

    private static String one(String name, List<String> values, List<Violation> faults) {
        List<String> given = values.stream()
                .filter(value -> value != null && !value.isBlank())
                .toList();
        if (given.isEmpty()) {
            return null;
        }
        String value = given.get(0).strip();
        int longest = name.equals(PLACE) ? LONGEST_PLACE : name.equals(WORDS) ? SearchWords.LONGEST : LONGEST;
        if (given.size() > 1) {
            faults.add(new Violation(name, "同じ条件は一度だけ指定してください。"));
        } else if (value.length() > longest) {
            faults.add(new Violation(name, longest + (name.equals(WORDS) ? "文字までで探してください。" : "文字までで入力してください。")));
        } else if (value.indexOf('\0') >= 0) {
            faults.add(new Violation(name, "使えない文字（NUL）が含まれています。"));
        }
        return value;
    }
}
