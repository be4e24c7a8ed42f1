package jp.toritsugi.trail;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Violation;

/**
 * What is looked for in the trail, as it was typed; {@link TrailConditions} reads it. All of it is codes and days, so it
 * may stand in an address.
 *
 * @param typed by parameter name, in the order of {@link #NAMES}, without what was left empty
 */
record TrailQuery(Map<String, String> typed) {
    static final List<String> NAMES =
            List.of("actor", "subject", "institution", "action", "kind", "from", "to", "limit", "after");

    /** @throws InvalidInput for a name there is not: a filter that is silently left out shows too much */
    static TrailQuery of(MultivaluedMap<String, String> parameters) {
        List<Violation> unknown = new ArrayList<>();
        parameters.keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .forEach(name -> unknown.add(new Violation(name, "この検索条件はありません。使える条件: " + String.join(", ", NAMES))));
        if (!unknown.isEmpty()) {
            throw new InvalidInput(unknown);
        }
        Map<String, String> typed = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = parameters.getFirst(name);
            if (value != null && value.indexOf('\0') >= 0) {
                throw new InvalidInput(name, "使えない文字（NUL）が含まれています。");
            }
            if (value != null && !value.isBlank()) {
                typed.put(name, value.strip());
            }
        }
        return new TrailQuery(typed);
    }

    /** What was typed, or null. */
    String get(String name) {
        return typed.get(name);
    }

    /** Without the place in the list. */
    Map<String, String> filters() {
        Map<String, String> filters = new LinkedHashMap<>(typed);
        filters.remove("after");
        filters.remove("limit");
        return filters;
    }

    static String address(String path, Map<String, String> parameters) {
        UriBuilder address = UriBuilder.fromPath(path);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.buildFromMap(parameters).toString();
    }
}
