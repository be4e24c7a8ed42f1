package jp.toritsugi.lines;

import java.util.List;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.problem.Violation;

/** A file of which no line can be read: no spreadsheet in text form, or its header lacks what is needed. */
public final class UnreadableFile extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnreadableFile(String detail, List<Violation> violations) {
        super(400, "unreadable-import", "ファイルを読み取れません", detail, violations);
    }

    public UnreadableFile(String detail) {
        this(detail, List.of(new Violation("file", detail)));
    }
}
