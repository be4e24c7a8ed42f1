package jp.toritsugi.roster;

import java.util.List;

/**
 * What a file of people says against the register.
 *
 * @param recorded whether anything was written; false after a dry run, and where any line is bad
 * @param unchanged lines that say what the register says already
 * @param changes what is, or would be, added, changed and ended, in the order of the lines
 * @param faults everything wrong, by line and column
 * @param unknownColumns columns that were read past
 */
public record EnrolmentReport(
        boolean dryRun,
        boolean recorded,
        long lines,
        long added,
        long changed,
        long ended,
        long unchanged,
        List<Change> changes,
        List<LineFault> faults,
        List<String> unknownColumns) {

    /** @param kind {@code added}, {@code changed} or {@code ended} */
    public record Change(int line, String kind, String userName, String displayName, String what) {
        /** As pages say it. */
        public String kindLabel() {
            return switch (kind) {
                case "added" -> "追加";
                case "ended" -> "終了";
                default -> "変更";
            };
        }
    }

    /** @param column as the header names it */
    public record LineFault(int line, String column, String reason) {}

    /** Whether recording would do something. */
    boolean hasWork() {
        return faults.isEmpty() && !changes.isEmpty();
    }
}
