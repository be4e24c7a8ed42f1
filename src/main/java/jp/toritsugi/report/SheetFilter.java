package jp.toritsugi.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which sheets of the period are counted; what is null does not narrow.
 *
 * @param area name of an area as of the period's last day
 * @param industry letter of the industry, or a letter with the digits of a finer class
 * @param ageFrom youngest representative counted, on the day of the interview; unknown ages then do not count
 * @param ageTo oldest
 */
public record SheetFilter(
        String institution,
        String institutionType,
        String municipality,
        String area,
        String industry,
        Integer ageFrom,
        Integer ageTo,
        String leaf) {
    static final SheetFilter ALL = new SheetFilter(null, null, null, null, null, null, null, null);

    /** What narrows, by the contract's parameter names and in its order. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "institution", institution);
        put(parameters, "institutionType", institutionType);
        put(parameters, "municipality", municipality);
        put(parameters, "area", area);
        put(parameters, "industry", industry);
        put(parameters, "ageFrom", ageFrom);
        put(parameters, "ageTo", ageTo);
        put(parameters, "leaf", leaf);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
