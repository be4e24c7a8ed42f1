package jp.toritsugi.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;

/**
 * Representatives by age on the day of the interview, by decade and under or over 60.
 *
 * @param known sheets with a known age: what the percentages are a share of
 * @param unknown sheets without
 */
public record AgeTable(List<Band> bands, Band under60, Band from60, long known, long unknown) {

    /**
     * @param from youngest age in it; null = no limit
     * @param to oldest
     */
    public record Band(String label, @JsonIgnore Integer from, @JsonIgnore Integer to, long count, Integer percent) {
        static Band of(String label, Integer from, Integer to, long count, long known) {
            return new Band(label, from, to, count, new Share(count, known).percent());
        }

        @JsonIgnore
        public String printedPercent() {
            return percent == null ? "－" : percent + "％";
        }

        /** For a bar as long as the percentage; 0 where there is none. */
        @JsonIgnore
        public int length() {
            return percent == null ? 0 : percent;
        }
    }

    /** Decades, then under and from 60. */
    List<Band> lines() {
        List<Band> lines = new ArrayList<>(bands);
        lines.add(under60);
        lines.add(from60);
        return lines;
    }

    static AgeTable of(Cells cells) {
        long[] decades = new long[13];
        long known = 0;
        for (int i = 0; i < decades.length; i++) {
            decades[i] = cells.aged(i * 10);
            known += decades[i];
        }
        List<Band> bands = new ArrayList<>();
        bands.add(Band.of("29歳以下", null, 29, sum(decades, 0, 2), known));
        for (int decade = 3; decade <= 7; decade++) {
            bands.add(Band.of(decade + "0代", decade * 10, decade * 10 + 9, decades[decade], known));
        }
        bands.add(Band.of("80歳以上", 80, null, sum(decades, 8, 12), known));
        long under60 = sum(decades, 0, 5);
        return new AgeTable(
                bands,
                Band.of("60歳未満", null, 59, under60, known),
                Band.of("60歳以上", 60, null, known - under60, known),
                known,
                cells.sheets() - known);
    }

    private static long sum(long[] decades, int from, int to) {
        long sum = 0;
        for (int i = from; i <= to; i++) {
            sum += decades[i];
        }
        return sum;
    }
}
