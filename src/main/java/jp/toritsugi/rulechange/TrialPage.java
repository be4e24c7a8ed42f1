package jp.toritsugi.rulechange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import jp.toritsugi.rulechange.TrialResult.GateShift;
import jp.toritsugi.rulechange.TrialResult.Load;

/**
 * A report laid out for reading.
 *
 * @param kinds heads of the columns of the matrix
 * @param matrix one row for where sheets go now
 * @param load one line a kind, the busiest first
 * @param weeks in which some kind's load changes the most
 * @param moves within the viewer's reach
 * @param moreMoves whether the file has more
 * @param elsewhere how many of the changed ones are not listed: out of reach, or beyond the longest list
 */
record TrialPage(
        TrialReport report,
        boolean current,
        List<String> kinds,
        List<MatrixRow> matrix,
        List<ShiftLine> rules,
        List<ShiftLine> urgencies,
        List<GateShift> gates,
        List<LoadLine> load,
        List<WeekLine> weeks,
        List<MoveLine> moves,
        boolean moreMoves,
        long elsewhere) {

    private static final int WEEKS = 20;
    private static final int SHOWN = 20;

    /** @param cells by column; empty for none */
    record MatrixRow(String from, List<MatrixCell> cells, long total) {}

    /** @param stays whether these sheets go where they went */
    record MatrixCell(String to, long cases, boolean stays) {}

    record ShiftLine(String from, String to, long cases) {}

    /** @param peakBefore sheets in the busiest week; first in line, as the first two */
    record LoadLine(
            String kind,
            long before,
            long after,
            long besideBefore,
            long besideAfter,
            long peakBefore,
            long peakAfter) {
        /** +3, −2, ±0. */
        public String difference() {
            return signed(after - before);
        }
    }

    record WeekLine(String week, String kind, long before, long after) {
        public String difference() {
            return signed(after - before);
        }
    }

    record MoveLine(UUID diagnosis, String receipt, String before, String after) {}

    static TrialPage of(TrialReport report, boolean current, List<TrialReader.Moved> moves) {
        TrialResult result = report.result();
        List<String> kinds = result.destinations().stream()
                .flatMap(shift -> Stream.of(shift.from(), shift.to()))
                .distinct()
                .sorted()
                .toList();
        return new TrialPage(
                report,
                current,
                kinds.stream().map(TrialWords::destination).toList(),
                kinds.stream().map(from -> row(from, kinds, result)).toList(),
                result.rules().stream()
                        .map(one -> new ShiftLine(TrialWords.rule(one.from()), TrialWords.rule(one.to()), one.cases()))
                        .toList(),
                result.urgencies().stream()
                        .map(one -> new ShiftLine(
                                TrialWords.urgency(one.from()), TrialWords.urgency(one.to()), one.cases()))
                        .toList(),
                result.gates().stream()
                        .filter(gate -> gate.gained() + gate.lost() > 0)
                        .toList(),
                load(result.load()),
                weeks(result.load()),
                moves.stream().limit(SHOWN).map(TrialPage::move).toList(),
                moves.size() > SHOWN,
                Math.max(0, report.changed() - moves.size()));
    }

    private static MatrixRow row(String from, List<String> kinds, TrialResult result) {
        Map<String, Long> counts = new TreeMap<>();
        result.destinations().stream()
                .filter(shift -> shift.from().equals(from))
                .forEach(shift -> counts.put(shift.to(), shift.cases()));
        return new MatrixRow(
                TrialWords.destination(from),
                kinds.stream()
                        .map(to -> new MatrixCell(
                                TrialWords.destination(to), counts.getOrDefault(to, 0L), from.equals(to)))
                        .toList(),
                counts.values().stream().mapToLong(Long::longValue).sum());
    }

    private static List<LoadLine> load(List<Load> all) {
        Map<String, List<Load>> byKind = new LinkedHashMap<>();
        all.forEach(one ->
                byKind.computeIfAbsent(one.kind(), kind -> new ArrayList<>()).add(one));
        return byKind.entrySet().stream()
                .map(one -> new LoadLine(
                        TrialWords.destination(one.getKey()),
                        one.getValue().stream().mapToLong(Load::before).sum(),
                        one.getValue().stream().mapToLong(Load::after).sum(),
                        one.getValue().stream().mapToLong(Load::besideBefore).sum(),
                        one.getValue().stream().mapToLong(Load::besideAfter).sum(),
                        one.getValue().stream().mapToLong(Load::before).max().orElse(0),
                        one.getValue().stream().mapToLong(Load::after).max().orElse(0)))
                .sorted((one, other) -> Long.compare(other.after(), one.after()))
                .toList();
    }

    private static List<WeekLine> weeks(List<Load> all) {
        return all.stream()
                .filter(one -> one.before() != one.after())
                .sorted((one, other) ->
                        Long.compare(Math.abs(other.after() - other.before()), Math.abs(one.after() - one.before())))
                .limit(WEEKS)
                .map(one -> new WeekLine(one.week(), TrialWords.destination(one.kind()), one.before(), one.after()))
                .toList();
    }

    private static MoveLine move(TrialReader.Moved one) {
        return new MoveLine(one.diagnosis(), one.receipt(), said(one.before()), said(one.after()));
    }

    /** 事業承継・引継ぎ支援センター（R22、高、ほかに 日本政策金融公庫）. */
    private static String said(TrialResult.Outcome outcome) {
        StringBuilder said = new StringBuilder(TrialWords.destination(outcome.to()))
                .append("（")
                .append(TrialWords.rule(outcome.rule()));
        if (outcome.urgency() != null) {
            said.append("、緊急度").append(TrialWords.urgency(outcome.urgency()));
        }
        if (outcome.gates() != null && !outcome.gates().isEmpty()) {
            said.append("、").append(TrialWords.gates(outcome.gates()));
        }
        if (outcome.additional() != null && !outcome.additional().isEmpty()) {
            said.append("、ほかに ").append(TrialWords.kinds(outcome.additional()));
        }
        if (outcome.blocked() != null && !outcome.blocked().isEmpty()) {
            said.append("、同意が必要 ").append(TrialWords.kinds(outcome.blocked()));
        }
        if (outcome.reviewOn() != null) {
            said.append("、再確認 ").append(outcome.reviewOn());
        }
        return said.append("）").toString();
    }

    private static String signed(long difference) {
        return difference > 0 ? "+" + difference : difference < 0 ? "−" + -difference : "±0";
    }
}
