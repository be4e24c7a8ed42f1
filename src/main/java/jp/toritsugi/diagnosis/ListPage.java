package jp.toritsugi.diagnosis;

import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.toritsugi.problem.Violation;

/**
 * The list of sheets.
 *
 * @param typed what was typed, by name, also where it could not be read
 * @param words the conditions in words, 「区分 A」, without names
 * @param choices what may be chosen in the filters
 * @param faults what could not be read; then there are no lines
 * @param count how many match; more than 10,000 are not counted out
 * @param closedLeftOut whether sheets without consent are left out, for they may not be asked so
 * @param nextAddress address of the next page, null on the last page or where a name is searched for
 * @param next place of the next page, for the form of a search by name
 */
record ListPage(
        Map<String, String> typed,
        List<String> words,
        Choices choices,
        List<Violation> faults,
        List<Line> lines,
        long count,
        boolean closedLeftOut,
        String nextAddress,
        String next) {

    /**
     * @param closed a sheet without consent: counted, not opened
     * @param institutionName shown to the secretariat only, for all others it is their own
     */
    record Line(
            DiagnosisLine sheet, boolean closed, String municipality, String institutionName, String leafStateLabel) {
        public boolean isWithdrawn() {
            return sheet.status().equals(Diagnosis.WITHDRAWN);
        }
    }

    /** Values and names of the filters' options; no institutions where the viewer has only one. */
    record Choices(
            List<Option> leaves,
            List<Option> leafStates,
            List<Option> areas,
            List<Option> municipalities,
            List<Option> institutions) {}

    record Select(String name, String label, List<Option> options) {}

    record Option(String value, String label, boolean chosen) {}

    public String typed(String name) {
        return typed.getOrDefault(name, "");
    }

    public String fault(String name) {
        return faults.stream()
                .filter(fault -> fault.field().equals(name))
                .map(Violation::message)
                .findFirst()
                .orElse(null);
    }

    public boolean byName() {
        return "name".equals(typed.get("sort"));
    }

    /** Filters typed as text. */
    public List<Option> textFields() {
        return List.of(
                new Option("from", "診断日（から）", false),
                new Option("to", "診断日（まで）", false),
                new Option("ageFrom", "年齢（以上）", false),
                new Option("ageTo", "年齢（以下）", false));
    }

    public List<Select> selects() {
        List<Select> selects = new ArrayList<>(List.of(
                new Select("leaf", "到達区分", choices.leaves()),
                new Select("leafState", "状態", choices.leafStates()),
                new Select("area", "地域", choices.areas()),
                new Select("municipality", "市町村", choices.municipalities())));
        if (manyInstitutions()) {
            selects.add(new Select("institution", "支援機関", choices.institutions()));
        }
        return selects;
    }

    /** Conditions that came from a figure and have no field of their own here. */
    public List<String> carried() {
        return Stream.of("institutionType", "industry", "question", "answer", "mark", "basis", "version", "sort")
                .filter(typed::containsKey)
                .toList();
    }

    /** The same list in another order. */
    public String address(String sort) {
        Map<String, String> wanted = new LinkedHashMap<>(typed);
        wanted.remove("q");
        wanted.put("sort", sort);
        return address(wanted);
    }

    static String address(Map<String, String> parameters) {
        UriBuilder address = UriBuilder.fromPath("/diagnoses");
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.buildFromMap(parameters).toString();
    }

    public boolean searchesByName() {
        return typed.containsKey("q");
    }

    public boolean manyInstitutions() {
        return !choices.institutions().isEmpty();
    }

    public String counted() {
        return DiagnosisSearch.counted(count);
    }
}
