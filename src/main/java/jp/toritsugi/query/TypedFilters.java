package jp.toritsugi.query;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Violation;

/** The filters of a list as they were typed, from an address or a form. */
public final class TypedFilters {
    private TypedFilters() {}

    /**
     * @return by parameter name, in the order of {@code names}, without what was left empty
     * @throws InvalidInput for a name there is not: a filter that is silently left out shows too much
     */
    public static Map<String, String> read(MultivaluedMap<String, String> parameters, List<String> names) {
        List<Violation> unknown = new ArrayList<>();
        parameters.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> unknown.add(new Violation(name, "この検索条件はありません。使える条件: " + String.join(", ", names))));
        if (!unknown.isEmpty()) {
            throw new InvalidInput(unknown);
        }
        Map<String, String> typed = new LinkedHashMap<>();
        for (String name : names) {
            String value = parameters.getFirst(name);
            if (value != null && value.indexOf('\0') >= 0) {
                throw new InvalidInput(name, "使えない文字（NUL）が含まれています。");
            }
            if (value != null && !value.isBlank()) {
                typed.put(name, value.strip());
            }
        }
        return typed;
    }
}
