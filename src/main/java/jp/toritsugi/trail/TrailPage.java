package jp.toritsugi.trail;

import java.util.List;
import java.util.Map;
import jp.toritsugi.problem.Violation;

/**
 * The trail as a list.
 *
 * @param typed what was typed, by name, also where it could not be read
 * @param words the conditions in words
 * @param faults what could not be read; then there are no lines
 * @param nextAddress address of the next page, null on the last
 * @param csvAddress the same entries as a file
 * @param last null when it was never verified, or for a manager
 * @param told who was told lately of firms seen elsewhere; empty but on the first page without conditions
 */
record TrailPage(
        Map<String, String> typed,
        List<String> words,
        Choices choices,
        List<Violation> faults,
        List<Line> lines,
        String nextAddress,
        String csvAddress,
        TrailOverview.LastVerification last,
        boolean forAuditor,
        List<Tellings.Told> told) {

    /**
     * One entry in words.
     *
     * @param who name, user name; what stands for nobody
     * @param place institution and role
     * @param subject its code, shortened where it is long
     * @param subjectAddress everything about the same thing; null where there is no single one
     * @param actorAddress everything by the same person; null for nobody
     */
    record Line(
            long id,
            String moment,
            String who,
            String userName,
            String actorAddress,
            String place,
            String action,
            boolean refused,
            String kind,
            String subject,
            String subjectAddress,
            String institution,
            String details) {}

    record Choices(List<Option> actions, List<Option> kinds, List<Option> institutions) {}

    record Option(String value, String label, boolean chosen) {}

    record Field(String name, String label, String example) {}

    record Select(String name, String label, List<Option> options) {}

    public List<Field> fields() {
        return List.of(
                new Field("actor", "利用者名", "minato-officer"),
                new Field("subject", "対象の番号", ""),
                new Field("from", "日時（から）", "令和8年11月25日"),
                new Field("to", "日時（まで）", "2026-11-25 17:00"));
    }

    public List<Select> selects() {
        Select actions = new Select("action", "操作", choices.actions());
        Select kinds = new Select("kind", "対象の種類", choices.kinds());
        return forAuditor
                ? List.of(actions, kinds, new Select("institution", "対象の機関", choices.institutions()))
                : List.of(actions, kinds);
    }

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
}
