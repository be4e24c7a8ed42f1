package jp.toritsugi.diagnosis;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.japan.DateReader;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.TypedFilters;

/**
 * What is looked for, as it was typed; {@link SearchConditions} reads it. Addresses carry filters; a name that somebody
 * searches for goes by POST in pages, never into an address.
 *
 * @param typed by parameter name, in the order of {@link #NAMES}, without what was left empty
 */
record DiagnosisQuery(Map<String, String> typed) {
    /** q and receipt find one firm or sheet; question, answer, mark and basis lead from a figure to its sheets. */
    static final List<String> NAMES = List.of(
            "q",
            "receipt",
            "from",
            "to",
            "institution",
            "institutionType",
            "municipality",
            "area",
            "industry",
            "ageFrom",
            "ageTo",
            "leaf",
            "leafState",
            "question",
            "answer",
            "mark",
            "basis",
            "version",
            "offBranch",
            "status",
            "sort",
            "limit",
            "after");

    /**
     * From an address or a form.
     *
     * @throws InvalidInput for a name there is not: a filter that is silently left out shows too much
     */
    static DiagnosisQuery of(MultivaluedMap<String, String> parameters) {
        return new DiagnosisQuery(TypedFilters.read(parameters, NAMES));
    }

    /**
     * From a JSON object with the same names.
     *
     * @throws InvalidInput as {@link #of}
     */
    static DiagnosisQuery ofJson(Map<String, Object> body) {
        return new DiagnosisQuery(TypedFilters.ofJson(body == null ? Map.of() : body, NAMES));
    }

    /** What was typed, or null. */
    String get(String name) {
        return typed.get(name);
    }

    boolean byName() {
        return "name".equals(get("sort"));
    }

    /** What an anonymous line does not show; asked for, it would be told by whether the line turns up. */
    private static final Set<String> NOT_ON_A_CLOSED_LINE = Set.of(
            "q",
            "receipt",
            "municipality",
            "area",
            "industry",
            "ageFrom",
            "ageTo",
            "question",
            "answer",
            "mark",
            "basis");

    /**
     * Whether the secretariat's list carries the rows of sheets it may not open. Not where they could be told by where or
     * whether they turn up: under anything their line does not show, or in the order of names.
     */
    boolean showsClosed(Viewer viewer) {
        return seesClosed(viewer) && NOT_ON_A_CLOSED_LINE.stream().noneMatch(typed::containsKey) && !byName();
    }

    /** Whether there are such rows that this list leaves out. */
    boolean leavesClosedOut(Viewer viewer) {
        return seesClosed(viewer) && (!showsClosed(viewer) || !isOfWholeMonths());
    }

    /** A closed line shows its month alone: of a month that is asked for in part it is left out. */
    private boolean isOfWholeMonths() {
        LocalDate from = day("from");
        LocalDate to = day("to");
        return (from == null || from.getDayOfMonth() == 1)
                && (to == null || to.plusDays(1).getDayOfMonth() == 1);
    }

    private LocalDate day(String name) {
        return get(name) == null ? null : DateReader.read(get(name)).day();
    }

    private static boolean seesClosed(Viewer viewer) {
        return viewer.role().equals(Roles.COORDINATOR);
    }

    /** What was asked, as the trail may keep it: that a name was searched for, not which. */
    Map<String, String> filtersForTheTrail() {
        Map<String, String> told = new LinkedHashMap<>(typed);
        told.remove("after");
        told.computeIfPresent("q", (name, words) -> "…");
        return told;
    }
}
