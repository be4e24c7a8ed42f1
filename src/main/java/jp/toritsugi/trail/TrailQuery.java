package jp.toritsugi.trail;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.TypedFilters;

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
        return new TrailQuery(TypedFilters.read(parameters, NAMES));
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
