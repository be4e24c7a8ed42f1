package jp.toritsugi.feedback;

import static jp.toritsugi.feedback.Audience.DESK;
import static jp.toritsugi.feedback.Audience.HOUSE;
import static jp.toritsugi.feedback.Audience.MANAGERS;
import static jp.toritsugi.feedback.Audience.SECRETARIAT;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What can be told, and to whom: the one table of it. Codes are those of the moves and entries of cases where there is one.
 * In the words for people, {@code $to} is the receiving institution and {@code $why} the reason or the outcome.
 */
public enum EventKind {
    OPENED("opened", "案件の開始", "診断から案件ができました"),
    CONTINUED("continued", "次の診断への引継ぎ", "次の診断に引き継がれました"),
    HANDED_OVER("hand-over", "取次", "$toに取次しました", HOUSE, DESK),
    ACCEPTED("accept", "受理", "$toが受理しました", HOUSE),
    DECLINED("reject", "辞退", "$toが辞退しました（$why）。事務局が次の取次先を考えます", HOUSE, SECRETARIAT),
    FIRST_CONTACT("contact", "初回連絡", "$toが経営者に初めて連絡しました", HOUSE),
    LATER_CONTACT("contact-again", "連絡", "$toが経営者に連絡しました"),
    VISITED("visit", "面談・訪問", "$toが面談・訪問しました", HOUSE),
    PLANNED("plan", "計画の策定", "$toの支援で計画ができました", HOUSE),
    STARTED("start", "支援開始", "$toが支援を始めました"),
    HELD("hold", "保留", "$toの支援が保留になりました（$why）", HOUSE),
    RESUMED("resume", "再開", "$toが支援を再開しました", HOUSE),
    COMPLETED("complete", "完了", "$toの支援が完了しました（$why）", HOUSE),
    FAILED("fail", "中断", "$toの支援が中断しました（$why）", HOUSE, SECRETARIAT),
    CANCELLED("cancel", "取消し", "$toへの取次が取り消されました（$why）", HOUSE, DESK),
    ASKED("ask", "事務局からの確認", "事務局から確認したいことがあります", HOUSE),
    ANSWERED("reply", "確認への答え", "確認したことに答えがありました", SECRETARIAT),
    REQUESTED("request", "取次の依頼", "取次の依頼がありました", SECRETARIAT),
    KEPT("keep", "自機関対応", "自機関で対応することになりました", HOUSE),
    WATCHED("watch", "取次不要", "いまは取次不要となり、再確認の日が決まりました", HOUSE),
    CLOSED("close", "終了", "案件が終了しました", HOUSE),
    FOLLOWED("follow", "同意・取下げによる変更", "同意の撤回または診断票の取下げにより、案件の扱いが変わりました"),
    OVERDUE_SECOND("overdue-second", "期限超過（2回目）", "事務局の確認が期限を過ぎています（2回目のお知らせ）", SECRETARIAT),
    OVERDUE_THIRD("overdue-third", "期限超過（3回目）", "事務局の確認が期限を大きく過ぎています（3回目のお知らせ）", SECRETARIAT),
    ANSWER_LATE("answer-late", "回答の期限超過", "$toの受理・辞退の回答が期限を過ぎています", SECRETARIAT, DESK),
    CONTACT_LATE("contact-late", "初回連絡の期限超過", "$toの初回連絡が期限を過ぎています", SECRETARIAT, DESK),
    BREAK_GLASS("break-glass", "緊急閲覧", "診断票が緊急閲覧されました", MANAGERS);

    private final String code;
    private final String label;
    private final String words;
    private final List<Audience> audiences;

    EventKind(String code, String label, String words, Audience... audiences) {
        this.code = code;
        this.label = label;
        this.words = words;
        this.audiences = List.of(audiences);
    }

    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    List<Audience> audiences() {
        return audiences;
    }

    /** Whether other systems may be told: all but what concerns the people of one institution only. */
    public boolean isForWebhooks() {
        return this != BREAK_GLASS;
    }

    /** @param why reason or outcome in words, or empty */
    String words(Audience audience, String receiver, String why) {
        String said = words;
        if (audience == DESK) {
            said = switch (this) {
                case HANDED_OVER -> "新しい取次が届きました";
                case CANCELLED -> "届いていた取次が取り消されました（$why）";
                case ANSWER_LATE -> "受理・辞退の回答の期限を過ぎた取次があります";
                case CONTACT_LATE -> "初回連絡の期限を過ぎた取次があります";
                default -> words;
            };
        }
        return said.replace("$to", receiver == null ? "取次先" : receiver)
                .replace("（$why）", why.isEmpty() ? "" : "（" + why + "）");
    }

    public static Optional<EventKind> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
