package jp.toritsugi.report;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.japan.Wareki;
import jp.toritsugi.problem.Violation;

/**
 * The form that asks for a report: what was typed, what is wrong with it, what may be chosen.
 *
 * @param typed by field; kept as typed where something is wrong
 * @param faults sentence by field
 * @param choices by field, each with its chosen one
 * @param narrowing whether one of the lists or ages below the period is in use
 */
public record RequestForm(
        Map<String, String> typed, Map<String, String> faults, Map<String, List<Choice>> choices, boolean narrowing) {
    public record Choice(String code, String label, boolean chosen) {}

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Empty where nothing is wrong. */
    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }

    public boolean isFaulty() {
        return !faults.isEmpty();
    }

    /** Faults of what is not typed into a field of the form, such as a leaf out of a damaged link. */
    public List<String> faultsElsewhere() {
        return faults.entrySet().stream()
                .filter(fault ->
                        !List.of("from", "to", "asOf", "ageFrom", "ageTo").contains(fault.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    static RequestForm of(
            ReportRequest request, ReportFilter filter, List<Violation> faults, Map<String, List<Choice>> choices) {
        Map<String, String> typed = new HashMap<>();
        put(typed, "from", filter == null ? request.from : Wareki.date(filter.from()));
        put(typed, "to", filter == null ? request.to : Wareki.date(filter.to()));
        put(typed, "asOf", filter == null || filter.asOf() == null ? request.asOf : moment(filter.asOf()));
        put(typed, "ageFrom", request.ageFrom);
        put(typed, "ageTo", request.ageTo);
        put(typed, "basis", request.basis);
        put(typed, "version", request.version);
        Map<String, String> sentences = new HashMap<>();
        faults.forEach(fault -> sentences.put(fault.field(), fault.message()));
        boolean narrowing = filter == null || !filter.sheets().equals(SheetFilter.ALL);
        return new RequestForm(typed, sentences, choices, narrowing);
    }

    /** A whole day as a day; anything finer as it is written for machines, which the form reads as well. */
    private static String moment(Instant asOf) {
        return Moments.endOfDay(asOf).map(Wareki::date).orElse(asOf.toString());
    }

    private static void put(Map<String, String> typed, String field, String value) {
        if (value != null) {
            typed.put(field, value);
        }
    }
}
