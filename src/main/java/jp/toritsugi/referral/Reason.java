package jp.toritsugi.referral;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Why a referral did not go on: what people choose from, by move. A proposal, shaped on what other networks ask. */
public enum Reason {
    OUT_OF_FIELD("out-of-field", "専門・対象が違う", Move.REJECT),
    NO_CAPACITY("no-capacity", "いま受ける余力がない", Move.REJECT),
    OUT_OF_AREA("out-of-area", "地域の外", Move.REJECT),
    CONFLICT_OF_INTEREST("conflict-of-interest", "利害関係がある", Move.REJECT),
    ALREADY_ADVISED("already-advised", "ほかで支援を受けている", Move.REJECT, Move.CANCEL),
    NOT_ENOUGH("not-enough", "情報が足りない", Move.REJECT),
    WAITING_OWNER("waiting-owner", "経営者の都合を待っている", Move.HOLD),
    WAITING_PAPERS("waiting-papers", "書類を待っている", Move.HOLD),
    WAITING_PARTNER("waiting-partner", "ほかの機関を待っている", Move.HOLD),
    OWNER_DECLINED("owner-declined", "経営者が辞退した", Move.FAIL, Move.CANCEL),
    UNREACHABLE("unreachable", "連絡がつかない", Move.FAIL, Move.CANCEL),
    OWNER_PASSED_AWAY("owner-passed-away", "経営者に不幸があった", Move.FAIL, Move.CANCEL),
    MISTAKE("mistake", "取次先の誤り", Move.CANCEL),
    /** Set by the system itself when a consent is taken back. */
    CONSENT_WITHDRAWN("consent-withdrawn", "同意が撤回された"),
    SHEET_WITHDRAWN("sheet-withdrawn", "診断票が取り下げられた"),
    OTHER("other", "その他（メモに書く）", Move.REJECT, Move.HOLD, Move.FAIL, Move.CANCEL);

    private final String code;
    private final String label;
    private final List<Move> moves;

    Reason(String code, String label, Move... moves) {
        this.code = code;
        this.label = label;
        this.moves = List.of(moves);
    }

    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public static List<Reason> of(Move move) {
        return Arrays.stream(values()).filter(one -> one.moves.contains(move)).toList();
    }

    public static Optional<Reason> find(String code, Move move) {
        return of(move).stream().filter(one -> one.code.equals(code)).findFirst();
    }

    public static String label(String code) {
        return code == null
                ? ""
                : Arrays.stream(values())
                        .filter(one -> one.code.equals(code))
                        .findFirst()
                        .map(Reason::label)
                        .orElse(code);
    }
}
