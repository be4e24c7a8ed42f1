package jp.toritsugi.roster;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.japan.SpreadsheetCell;
import jp.toritsugi.lines.Fault;
import jp.toritsugi.lines.FileForm;
import jp.toritsugi.lines.UnreadableFile;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Violation;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * A file of people, cut into lines. UTF-8 when all of it is, otherwise CP932; tabs when the header has them.
 *
 * @param unknown columns that are read past
 */
record EnrolmentFile(List<Line> lines, List<String> unknown) {
    private static final int LONGEST = 4 << 20;
    private static final int MOST_LINES = 10_000;

    /**
     * @param number physical line, from 1
     * @param cells what is written, blank cells left out
     * @param fault why it does not fall into cells, or null
     */
    record Line(int number, Map<EnrolmentColumn, String> cells, Fault fault) {}

    static byte[] bytes(FileUpload file) {
        if (file == null || file.size() == 0) {
            throw new InvalidInput("file", "名簿のファイル（CSV）を選んでください。");
        }
        if (file.size() > LONGEST) {
            throw new InvalidInput("file", "名簿のファイルは4MBまでです。分けて送ってください。");
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UnreadableFile when no line of it can be read */
    static EnrolmentFile read(byte[] bytes) {
        String text = text(bytes);
        String header = text.lines().findFirst().orElse("");
        char delimiter = header.indexOf('\t') >= 0 && header.indexOf(',') < 0 ? '\t' : ',';
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<CsvRecord> records = csv.stream()
                    .filter(line -> line.getFields().stream().anyMatch(cell -> !cell.isBlank()))
                    .limit(MOST_LINES + 2L)
                    .toList();
            if (records.isEmpty()) {
                throw new UnreadableFile("ファイルに行がありません。");
            }
            if (records.size() > MOST_LINES + 1) {
                throw new UnreadableFile("一度に送れるのは1万行までです。分けて送ってください。");
            }
            return of(records);
        } catch (CsvParseException e) {
            throw new UnreadableFile("引用符「\"」が閉じていないか、余計なところにあります。文の中の引用符は「\"\"」と二つ重ねてください。");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, FileForm.CP932);
        }
    }

    private static EnrolmentFile of(List<CsvRecord> records) {
        List<String> header = records.get(0).getFields();
        Map<Integer, EnrolmentColumn> places = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            EnrolmentColumn column = EnrolmentColumn.find(header.get(i)).orElse(null);
            if (column == null) {
                unknown.add(header.get(i).strip());
            } else if (places.containsValue(column)) {
                violations.add(new Violation(column.label(), "列「" + column.label() + "」が二つ以上あります。一つにしてください。"));
            } else {
                places.put(i, column);
            }
        }
        for (EnrolmentColumn column : EnrolmentColumn.values()) {
            if (column.isRequired() && !places.containsValue(column)) {
                violations.add(new Violation(column.label(), "必須の列「" + column.label() + "」がありません。"));
            }
        }
        if (!violations.isEmpty()) {
            String detail =
                    String.join("", violations.stream().map(Violation::message).toList());
            throw new UnreadableFile(detail + "1行目に列の名前を書いてください。ひな形をご利用ください。", violations);
        }
        return new EnrolmentFile(
                records.stream()
                        .skip(1)
                        .map(line -> line(line, places, header.size()))
                        .toList(),
                unknown.stream().filter(name -> !name.isEmpty()).toList());
    }

    private static Line line(CsvRecord written, Map<Integer, EnrolmentColumn> places, int width) {
        Map<EnrolmentColumn, String> cells = new EnumMap<>(EnrolmentColumn.class);
        Fault fault = written.getFieldCount() == width
                ? null
                : new Fault("（行全体）", "項目が" + written.getFieldCount() + "個あります（見出しは" + width + "個）。");
        for (int i = 0; i < Math.min(width, written.getFieldCount()); i++) {
            String cell = written.getField(i).strip();
            // Our own roster puts an apostrophe before what a spreadsheet would run as a formula.
            String plain = SpreadsheetCell.plain(cell);
            if (places.containsKey(i) && !plain.isEmpty()) {
                cells.put(places.get(i), plain);
            }
            if (fault == null && (plain.indexOf('\uFFFD') >= 0 || plain.indexOf('\0') >= 0)) {
                fault = new Fault(places.containsKey(i) ? places.get(i).label() : "（行全体）", "文字化けしているか、使えない文字が入っています。");
            }
        }
        return new Line((int) written.getStartingLineNumber(), cells, fault);
    }
}
