package jp.toritsugi.japan;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A master kept as a CSV file that a domain expert reads and mends; {@code #} begins a remark. */
final class MasterFile {
    private MasterFile() {}

    static List<NamedCsvRecord> read(String name) {
        try (InputStream in = MasterFile.class.getResourceAsStream("/masters/" + name)) {
            return CsvReader.builder()
                    .commentStrategy(CommentStrategy.SKIP)
                    .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .stream()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A damaged master stops the start and says where. */
    static IllegalStateException damaged(String name, NamedCsvRecord line, String sentence) {
        return new IllegalStateException(name + " " + line.getStartingLineNumber() + "行目: " + sentence);
    }
}
