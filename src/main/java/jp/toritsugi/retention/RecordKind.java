package jp.toritsugi.retention;

import java.util.Arrays;
import jp.toritsugi.problem.NotFound;

/** A kind of record that has a term of its own, in the order in which a run takes them. */
enum RecordKind {
    PROVISION("provision", "第三者提供記録", "提供した日（取り消したときは、その日）", "だれの何を、どこへ提供したかの記録と、提供した内容"),
    SHEET("sheet", "診断票", "診断した日と最後に直した日のうち、遅いほうの年度末", "名前・回答・同意・備考・後継者候補の氏名・訂正の履歴。集計の行だけが残ります"),
    WITHDRAWN_SHEET("withdrawn-sheet", "取り下げられた診断票", "取り下げた日", "診断票と同じ"),
    BREAK_GLASS("break-glass", "緊急閲覧の記録", "開いた日", "だれが、いつ、どの理由で開いたか"),
    IMPORT("import", "取込の記録", "取り込んだ日", "ファイル名と件数。ファイルそのものは1日で消えます"),
    TRAIL("trail", "証跡", "記された日", "古いほうから、鎖の切れ目の印を残して廃棄します");

    private final String code;
    private final String label;
    private final String countedFrom;
    private final String what;

    RecordKind(String code, String label, String countedFrom, String what) {
        this.code = code;
        this.label = label;
        this.countedFrom = countedFrom;
        this.what = what;
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    /** The day the term runs from. */
    String countedFrom() {
        return countedFrom;
    }

    /** What goes when its term has passed. */
    String what() {
        return what;
    }

    /** @throws NotFound for a code of no kind */
    static RecordKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("この記録の種類"));
    }
}
