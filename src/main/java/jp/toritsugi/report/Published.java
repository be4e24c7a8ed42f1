package jp.toritsugi.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

/** Tables that a prefecture has printed, kept as data, to hold our own against. */
public record Published(
        String network,
        String questionnaire,
        String version,
        String title,
        String note,
        LocalDate from,
        LocalDate to,
        List<Table> tables) {
    private static final List<String> FILES = List.of("aomori-2019.json");

    public record Table(String question, long total, List<Row> rows) {
        /** How many gave this answer, as printed. */
        public long count(String answer) {
            return rows.stream()
                    .filter(row -> row.answer().equals(answer))
                    .mapToLong(Row::count)
                    .sum();
        }
    }

    public record Row(String answer, long count, int percent) {}

    /** All published reports of a network. */
    public static List<Published> of(String network, ObjectMapper mapper) {
        return FILES.stream()
                .map(file -> read(file, mapper))
                .filter(published -> published.network().equals(network))
                .toList();
    }

    public Table table(String question) {
        return tables.stream()
                .filter(table -> table.question().equals(question))
                .findFirst()
                .orElseThrow();
    }

    private static Published read(String file, ObjectMapper mapper) {
        try (InputStream in = Published.class.getResourceAsStream("/published/" + file)) {
            return mapper.readValue(in, Published.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
