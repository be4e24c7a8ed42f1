package jp.toritsugi.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordFramesTest {
    @Test
    void a_record_ends_at_lf_crlf_or_cr_and_at_the_end_of_the_file() {
        assertThat(frames("a,b\nc,d\r\ne,f\rg")).containsExactly("1:a,b", "2:c,d", "3:e,f", "4:g");
    }

    @Test
    void a_quoted_line_break_stays_inside_and_the_next_record_has_the_number_an_editor_shows() {
        assertThat(frames("a,\"b\nc\r\nd\"\ne,f\n")).containsExactly("1:a,\"b\nc\r\nd\"", "4:e,f");
    }

    @Test
    void a_quote_that_never_closes_costs_its_own_line_only() {
        assertThat(frames("a,\"b\nc,d\ne,f\n")).containsExactly("1!a,\"b", "2:c,d", "3:e,f");
    }

    @Test
    void a_quote_closed_in_the_middle_of_a_field_costs_its_own_line_only() {
        assertThat(frames("a,\"b\"x,\"\nc,d\n")).containsExactly("1!a,\"b\"x,\"", "2:c,d");
    }

    @Test
    void quotes_inside_an_unquoted_field_and_doubled_ones_are_just_text() {
        assertThat(frames("5\"管,b\n\"say \"\"x\"\"\",y\n")).containsExactly("1:5\"管,b", "2:\"say \"\"x\"\"\",y");
    }

    @Test
    void a_line_longer_than_any_record_is_given_up_and_the_next_is_read() {
        String endless = "x".repeat(3 * RecordFrames.LONGEST);

        List<String> frames = frames("a\n" + endless + "\nb\n");

        assertThat(frames).hasSize(3);
        assertThat(frames.get(1)).startsWith("2!xxx").hasSize(2 + RecordFrames.LONGEST);
        assertThat(frames.get(2)).isEqualTo("3:b");
    }

    @Test
    void records_across_the_edge_of_the_buffer_are_whole() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            text.append(i).append(",\"青森\r\n弘前\",").append("z".repeat(i % 50)).append("\r\n");
        }

        List<String> frames = frames(text.toString());

        assertThat(frames).hasSize(40_000).noneMatch(frame -> frame.contains("!"));
        assertThat(frames.get(39_999)).startsWith("79999:39999,");
    }

    private static List<String> frames(String text) {
        List<String> found = new ArrayList<>();
        new RecordFrames(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ',')
                .forEachRemaining(frame -> found.add(frame.line()
                        + (frame.whole() ? ":" : "!")
                        + new String(frame.bytes(), StandardCharsets.UTF_8)));
        return found;
    }
}
