package jp.toritsugi.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What a report says of the programme around its tables; kept as data, for the secretariat will word it.
 *
 * @param caveat what these figures must not be taken for
 */
public record Outline(String source, List<Point> points, String caveat) {
    public record Point(String name, String text) {}

    static Outline of(String questionnaire, ObjectMapper mapper) {
        String file = "/report/" + questionnaire + ".json";
        try (InputStream in = Outline.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("集計の概要のファイルがありません: " + file);
            }
            return mapper.readValue(in, Outline.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
