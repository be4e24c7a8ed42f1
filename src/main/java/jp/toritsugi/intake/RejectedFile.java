package jp.toritsugi.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.japan.SpreadsheetCell;
import jp.toritsugi.lines.Column;
import jp.toritsugi.lines.Fault;
import jp.toritsugi.lines.ImportFile;
import jp.toritsugi.lines.ReadLine;

/**
 * The rejected lines with their reasons in one more column, to be mended and sent again: in the file's own encoding and
 * delimiter. No cell is a formula in a spreadsheet; the column of reasons tells {@link jp.toritsugi.lines.LineReader} to
 * take back what was added, so that the mended file says what the first one said. A line that does not fall into cells
 * stands whole in the first: as it was, its quotes would move the cells of the lines below.
 */
final class RejectedFile implements AutoCloseable {
    static final String NAME = "rejected.csv.gz";

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final ImportFile file;
    private final OutputStream out;

    RejectedFile(Path path, ImportFile file) throws IOException {
        this.file = file;
        this.out = new BufferedOutputStream(Spill.out(path));
        if (!file.form().isCp932()) {
            out.write(BYTE_ORDER_MARK);
        }
        write(bytes(cells(file.header().written(), Column.REASON)));
    }

    void add(ReadLine line, List<Fault> faults) throws IOException {
        String reasons = String.join(
                "／",
                faults.stream()
                        .map(fault -> fault.column() + "：" + fault.reason())
                        .toList());
        if (line.fields() == null) {
            write(cells(List.of(raw(line)), bytes(List.of(reasons)).get(0)));
        } else if (hasUnreadable(line)) {
            // Byte for byte: what cannot be read cannot be written in other words either.
            List<String> fields = CsvReader.builder()
                    .fieldSeparator(file.form().delimiter())
                    .ofSingleCsvRecord(raw(line))
                    .getFields();
            write(cells(fields, bytes(List.of(reasons)).get(0)));
        } else {
            write(bytes(cells(line.fields(), reasons)));
        }
    }

    /** Each byte as a character: neither quote nor delimiter is ever part of a longer character. */
    private static String raw(ReadLine line) {
        return new String(line.frame().bytes(), StandardCharsets.ISO_8859_1);
    }

    private List<String> bytes(List<String> cells) {
        return cells.stream()
                .map(cell -> new String(cell.getBytes(file.form().charset()), StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** @param cell its bytes as characters */
    private String neutral(String cell) {
        String text = new String(
                cell.getBytes(StandardCharsets.ISO_8859_1), file.form().charset());
        return SpreadsheetCell.neutral(text).length() > text.length() ? "'" + cell : cell;
    }

    /** The cells, as many as the header has, then the reason; one from an earlier round is left out. */
    private List<String> cells(List<String> fields, String reason) {
        List<String> cells = new ArrayList<>(fields);
        while (cells.size() < file.header().width()) {
            cells.add("");
        }
        file.header().reason().ifPresent(cells::remove);
        cells.add(reason);
        return cells;
    }

    private static boolean hasUnreadable(ReadLine line) {
        return line.fields().stream().anyMatch(field -> field.indexOf('\uFFFD') >= 0);
    }

    /** @param cells their bytes as characters */
    private void write(List<String> cells) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(file.form().delimiter())
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            csv.writeRecord(cells.stream().map(this::neutral).toList());
        }
        out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    static Response download(ImportRun run, Path path) {
        String charset = run.encoding.startsWith("UTF-8") ? "UTF-8" : "Shift_JIS";
        String name = "rejected-" + run.id.toString().substring(0, 8) + ".csv";
        StreamingOutput rows = to -> {
            try (InputStream in = Spill.in(path)) {
                in.transferTo(to);
            }
        };
        return Response.ok(rows, "text/csv;charset=" + charset)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
