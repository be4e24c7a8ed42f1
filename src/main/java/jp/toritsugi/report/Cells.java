package jp.toritsugi.report;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts of one questionnaire version in their smallest pieces, named as in the database: {@code #} sheets,
 * {@code @60} representatives in their sixties ({@code @} = age unknown), {@code 3:a} mark {@code a} at the third
 * question.
 */
final class Cells {
    private final Map<String, Long> counts = new HashMap<>();

    void add(String cell, long count) {
        counts.merge(cell, count, Long::sum);
    }

    /** A group of sheets that have the same marks and the same age decade. */
    void addSheets(String marks, Integer decade, long count) {
        add("#", count);
        add("@" + (decade == null ? "" : decade), count);
        for (int i = 0; i < marks.length(); i++) {
            add((i + 1) + ":" + marks.charAt(i), count);
        }
    }

    long sheets() {
        return count("#");
    }

    /** @param question place of the question in the definition, from 0 */
    long marked(int question, char mark) {
        return count((question + 1) + ":" + mark);
    }

    /** @param decade 60 for the sixties, null for unknown ages */
    long aged(Integer decade) {
        return count("@" + (decade == null ? "" : decade));
    }

    private long count(String cell) {
        return counts.getOrDefault(cell, 0L);
    }
}
