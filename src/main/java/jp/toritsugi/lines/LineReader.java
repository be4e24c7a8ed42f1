package jp.toritsugi.lines;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.toritsugi.japan.SpreadsheetCell;
import jp.toritsugi.problem.Violation;
import jp.toritsugi.questionnaire.AnswerState;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.sheet.SheetReader;
import jp.toritsugi.sheet.UnderstoodSheet;

/** From a cut-out record to a line understood, or to all that is wrong with it. */
public final class LineReader {
    private static final int ADULT_OWNER = 60;

    private final ImportFile file;
    private final SheetWords words;
    private final SheetReader rules;
    private final CsvReader.CsvReaderBuilder csv;

    public LineReader(ImportFile file, SheetWords words, SheetReader rules) {
        this.file = file;
        this.words = words;
        this.rules = rules;
        this.csv = CsvReader.builder()
                .fieldSeparator(file.form().delimiter())
                .allowUnclosedQuote(false)
                .skipEmptyLines(false);
    }

    /** Empty for a line on which nothing is written. */
    public Optional<ReadLine> read(RecordFrames.Frame frame) {
        String text = new String(frame.bytes(), file.form().charset());
        if (text.isBlank()) {
            return Optional.empty();
        }
        List<String> fields = frame.whole() ? fields(text) : null;
        if (fields == null) {
            return Optional.of(bad(frame, null, new Fault(Column.WHOLE_LINE, unsplittable(frame))));
        }
        if (fields.stream().allMatch(String::isBlank)) {
            return Optional.empty();
        }
        int width = file.header().width();
        if (fields.size() != width) {
            String reason = "項目が" + fields.size() + "個あります（見出しは" + width + "個）。"
                    + (fields.size() > width ? "文の中の区切り文字は「\"」で囲んでください。" : "右端の空欄も区切り文字は省けません。");
            return Optional.of(bad(frame, fields, new Fault(Column.WHOLE_LINE, reason)));
        }
        return Optional.of(understood(frame, fields));
    }

    /** Our own file of rejected lines comes back with cells that were made neutral for the spreadsheet. */
    private List<String> fields(String text) {
        try {
            List<String> cells = csv.ofSingleCsvRecord(text).getFields();
            return file.header().reason().isPresent()
                    ? cells.stream().map(SpreadsheetCell::plain).toList()
                    : cells;
        } catch (CsvParseException e) {
            return null;
        }
    }

    private static String unsplittable(RecordFrames.Frame frame) {
        return frame.bytes().length >= RecordFrames.LONGEST
                ? "行が長すぎます。"
                : "引用符「\"」が閉じていないか、余計なところにあります。文の中の引用符は「\"\"」と二つ重ねてください。";
    }

    private static ReadLine bad(RecordFrames.Frame frame, List<String> fields, Fault fault) {
        return new ReadLine(frame, fields, null, false, null, List.of(fault), List.of());
    }

    private ReadLine understood(RecordFrames.Frame frame, List<String> fields) {
        LineCells cells = new LineCells(file.header(), fields);
        unreadableCharacters(cells, fields);
        List<Flag> flags = new ArrayList<>();
        String institution = words.institution(cells);
        boolean open = words.leavesInstitutionOpen(cells);
        NewDiagnosis sheet = words.sheet(cells, flags);
        for (Violation violation : rules.check(sheet)) {
            String column = Column.of(violation.field());
            // What could not be read is missing from the sheet: told once, as unreadable.
            if (!cells.hasFault(column)) {
                cells.fault(column, violation.message());
            }
        }
        if (!cells.faults().isEmpty()) {
            return new ReadLine(frame, fields, institution, open, null, cells.faults(), flags);
        }
        UnderstoodSheet understood = rules.understand(sheet);
        flag(understood, flags);
        return new ReadLine(frame, fields, institution, open, understood, List.of(), flags);
    }

    /** A byte that is no character shows as U+FFFD, as does the mark an earlier bad conversion left. */
    private void unreadableCharacters(LineCells cells, List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).indexOf('\uFFFD') >= 0) {
                cells.fault(file.header().nameAt(i), "文字化けしています（" + file.form().encoding() + "として読めない文字があります）。");
            } else if (fields.get(i).indexOf('\0') >= 0) {
                cells.fault(file.header().nameAt(i), "使えない文字（制御文字）が入っています。");
            }
        }
    }

    private static void flag(UnderstoodSheet sheet, List<Flag> flags) {
        String offBranch = sheet.reading().states().entrySet().stream()
                .filter(state -> state.getValue() == AnswerState.OFF_BRANCH)
                .map(state -> state.getKey())
                .collect(Collectors.joining("、"));
        if (!offBranch.isEmpty()) {
            flags.add(new Flag(Flag.Kind.OFF_BRANCH, offBranch + "は、この回答の流れでは聞かない設問です。書かれたとおりに記録します。"));
        }
        if (sheet.age() != null && sheet.age() < ADULT_OWNER) {
            flags.add(new Flag(Flag.Kind.UNDER_60, "代表者が60歳未満です（" + sheet.age() + "歳）。"));
        }
    }
}
