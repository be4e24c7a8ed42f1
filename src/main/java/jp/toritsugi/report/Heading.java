package jp.toritsugi.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What must stand over the tables, on screen, on paper and in files: without it the figures are not to be read.
 *
 * @param network whose programme
 * @param whose whose sheets were counted, in a sentence
 * @param period in the Japanese calendar, with the fiscal year's name where it is one
 * @param days first and last day as 2019-07-01～2019-12-31
 * @param filters what narrows the sheets, in words
 * @param madeAt when this was made
 */
public record Heading(
        String network,
        String whose,
        String questionnaire,
        String period,
        String days,
        Instant asOf,
        Basis basis,
        List<Line> filters,
        long diagnoses,
        String caveat,
        Instant madeAt) {
    public record Line(String name, String value) {}

    public String asOfInWords() {
        return Moments.words(asOf);
    }

    public String madeAtInWords() {
        return Moments.words(madeAt);
    }

    /** For files, top to bottom. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>(List.of(
                new Line("ネットワーク", network),
                new Line("集計の範囲", whose),
                new Line("調査票", questionnaire),
                new Line("期間", period + "（" + days + "）"),
                new Line("時点", Moments.words(asOf)),
                new Line("集計方式", basis.label() + "：" + basis.meaning())));
        filters.forEach(filter -> lines.add(new Line("条件（" + filter.name() + "）", filter.value())));
        lines.add(new Line("注", caveat));
        lines.add(new Line("作成", Moments.words(madeAt)));
        return lines;
    }
}
