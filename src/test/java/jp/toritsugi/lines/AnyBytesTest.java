package jp.toritsugi.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is sent, it is a file we cannot read or a file with bad lines, never a fault of ours. */
class AnyBytesTest {
    private static final List<String> QUESTIONS = List.of("Q1", "Q1-1");
    private static final byte[] HEADER = "診断日,事業者名,Q1,備考\r\n".getBytes(StandardCharsets.UTF_8);

    @Property(tries = 500)
    void any_bytes_are_read_or_refused(@ForAll byte[] bytes) {
        read(bytes);
    }

    @Property(tries = 1000)
    void any_bytes_below_a_good_header_give_lines_that_ascend_and_lose_nothing(@ForAll("spoiled") byte[] body) {
        List<RecordFrames.Frame> frames = read(joined(HEADER, body)).orElse(null);
        Assume.that(frames != null);

        int line = 1;
        int bytes = 0;
        for (RecordFrames.Frame frame : frames) {
            assertThat(frame.line()).isGreaterThan(line);
            line = frame.line();
            bytes += frame.bytes().length;
        }
        long ends = new String(body, StandardCharsets.ISO_8859_1)
                .chars()
                .filter(c -> c == '\n' || c == '\r')
                .count();
        assertThat(bytes).isBetween((int) (body.length - ends), body.length);
    }

    /** Pieces of real lines, cut, mixed and spoiled. */
    @Provide
    Arbitrary<byte[]> spoiled() {
        Arbitrary<byte[]> text = Arbitraries.of(
                        "2019-10-15,りんご堂,はい,\r\n", "\"", ",", "\n", "\r", "\"\"", "㈱①～", "\t", "\0", "=1+1", "\"a\nb\"")
                .map(piece -> piece.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> cp932 = Arbitraries.of("青森ー表", "ソ能").map(piece -> piece.getBytes(FileForm.CP932));
        Arbitrary<byte[]> noise =
                Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(4);
        return Arbitraries.oneOf(text, cp932, noise).list().ofMaxSize(40).map(AnyBytesTest::joined);
    }

    private static Optional<List<RecordFrames.Frame>> read(byte[] bytes) {
        try {
            Path path = Files.createTempFile("any-bytes", ".csv");
            try {
                Files.write(path, bytes);
                try (ImportFile.Lines lines = ImportFile.open(path, QUESTIONS).lines()) {
                    return Optional.of(lines.next(1_000));
                }
            } catch (UnreadableFile refusal) {
                assertThat(refusal.violations()).isNotEmpty();
                return Optional.empty();
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] joined(List<byte[]> pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return joined(List.of(first, second));
    }
}
