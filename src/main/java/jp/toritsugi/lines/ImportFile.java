package jp.toritsugi.lines;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A file whose form and header are understood and whose lines can be read. */
public final class ImportFile {
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final Path path;
    private final FileForm form;
    private final Header header;

    private ImportFile(Path path, FileForm form, Header header) {
        this.path = path;
        this.form = form;
        this.header = header;
    }

    /**
     * Finds out how the file is written. It is UTF-8 when all of it is, or a byte order mark says so; otherwise the header
     * decides, so that one damaged line does not change how all others are read. The delimiter is the one by which the
     * header has more columns we know.
     *
     * @throws UnreadableFile when no line of it can be read
     */
    public static ImportFile open(Path path, Collection<String> questionCodes) {
        try {
            TextScan scan = TextScan.of(path);
            int mark = mark(path);
            List<Charset> charsets = scan.utf8() || mark > 0
                    ? List.of(StandardCharsets.UTF_8)
                    : List.of(FileForm.CP932, StandardCharsets.UTF_8);
            ImportFile best = null;
            for (Charset charset : charsets) {
                for (char delimiter : new char[] {',', '\t'}) {
                    FileForm form = new FileForm(charset, mark, delimiter, scan.physicalLines());
                    ImportFile guess = new ImportFile(path, form, new Header(headerCells(path, form), questionCodes));
                    if (best == null || guess.header.known() > best.header.known()) {
                        best = guess;
                    }
                }
            }
            best.header.refuseIfUnfit();
            return best;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FileForm form() {
        return form;
    }

    public Header header() {
        return header;
    }

    /** The lines below the header. The caller closes it. */
    public Lines lines() throws IOException {
        return new Lines(path, form);
    }

    /** Records of a file in order, the header left out. */
    public static final class Lines implements AutoCloseable {
        private final InputStream in;
        private final RecordFrames frames;
        private volatile int done;

        private Lines(Path path, FileForm form) throws IOException {
            in = opened(path, form);
            frames = new RecordFrames(in, form.delimiter());
            firstRecord(frames);
        }

        /** At most so many of the next records; none at the end. */
        public List<RecordFrames.Frame> next(int most) {
            List<RecordFrames.Frame> batch = new ArrayList<>(most);
            while (batch.size() < most && frames.hasNext()) {
                batch.add(frames.next());
            }
            done = frames.line() - 1;
            return batch;
        }

        /** Physical lines read so far. */
        public int done() {
            return done;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static InputStream opened(Path path, FileForm form) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path));
        in.skipNBytes(form.mark());
        return in;
    }

    private static int mark(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return TextScan.begins(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        }
    }

    private static List<String> headerCells(Path path, FileForm form) throws IOException {
        try (InputStream in = opened(path, form)) {
            byte[] first = firstRecord(new RecordFrames(in, form.delimiter()));
            return CsvReader.builder()
                    .fieldSeparator(form.delimiter())
                    .ofSingleCsvRecord(new String(first, form.charset()))
                    .getFields();
        } catch (CsvParseException e) {
            return List.of();
        }
    }

    /** The header: the first line that is not blank. */
    private static byte[] firstRecord(RecordFrames frames) {
        while (frames.hasNext()) {
            byte[] bytes = frames.next().bytes();
            if (!new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
                return bytes;
            }
        }
        throw new UnreadableFile("ファイルに行がありません。");
    }
}
