package jp.toritsugi.lines;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import jp.toritsugi.japan.SpreadsheetCell;
import jp.toritsugi.problem.Violation;

/** Which column stands where: by name, in any order. */
public final class Header {
    private final List<String> written;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final Map<String, Integer> questions = new LinkedHashMap<>();
    private final List<String> unknown = new ArrayList<>();
    private final Set<String> repeated = new LinkedHashSet<>();
    private int reason = -1;

    /**
     * @param cells the header as written
     * @param questionCodes of the questionnaire the file is about
     */
    Header(List<String> cells, Collection<String> questionCodes) {
        boolean ours = cells.stream().anyMatch(cell -> Column.plain(cell).equals(Column.REASON));
        this.written = ours ? cells.stream().map(SpreadsheetCell::plain).toList() : List.copyOf(cells);
        for (int i = 0; i < cells.size(); i++) {
            String name = Column.plain(written.get(i));
            Column column = Column.find(name).orElse(null);
            if (column != null) {
                place(columns.putIfAbsent(column, i), name);
            } else if (questionCodes.contains(name)) {
                place(questions.putIfAbsent(name, i), name);
            } else if (name.equals(Column.REASON)) {
                reason = i;
            } else if (!name.isEmpty()) {
                unknown.add(written.get(i).strip());
            }
        }
    }

    private void place(Integer before, String name) {
        if (before != null) {
            repeated.add(name);
        }
    }

    /** How many of its cells are names we know: what a guess of encoding and delimiter is judged by. */
    int known() {
        return columns.size() + questions.size();
    }

    /** @throws UnreadableFile when a required column is missing or a column stands there twice; all of them named */
    void refuseIfUnfit() {
        if (known() == 0) {
            throw new UnreadableFile("見出しの行がありません。1行目に「診断日」「事業者名」などの列の名前を書いてください。ひな形をご利用ください。");
        }
        List<Violation> violations = new ArrayList<>();
        for (Column column : Column.values()) {
            if (column.isRequired() && !columns.containsKey(column)) {
                violations.add(new Violation(column.label(), "必須の列「" + column.label() + "」がありません。"));
            }
        }
        repeated.forEach(name -> violations.add(new Violation(name, "列「" + name + "」が二つ以上あります。一つにしてください。")));
        if (!violations.isEmpty()) {
            String detail =
                    String.join("", violations.stream().map(Violation::message).toList());
            throw new UnreadableFile(detail + "見出しの行を直してください。", violations);
        }
    }

    public List<String> written() {
        return written;
    }

    public int width() {
        return written.size();
    }

    /** Columns that are read past, as written. */
    public List<String> unknown() {
        return unknown;
    }

    boolean has(Column column) {
        return columns.containsKey(column);
    }

    /** Where our own column of reasons stands, in a file of rejected lines that was mended. */
    public OptionalInt reason() {
        return reason < 0 ? OptionalInt.empty() : OptionalInt.of(reason);
    }

    /** Question codes that have a column, in the order they stand. */
    Set<String> questions() {
        return questions.keySet();
    }

    /** @return -1 where the file has no such column */
    int indexOf(Column column) {
        return columns.getOrDefault(column, -1);
    }

    int indexOf(String question) {
        return questions.get(question);
    }

    /** What the header calls a place, for telling faults. */
    String nameAt(int index) {
        String name = index < width() ? Column.plain(written.get(index)) : "";
        return name.isEmpty() ? Column.WHOLE_LINE : name;
    }
}
