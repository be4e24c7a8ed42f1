package jp.toritsugi.audit;

import java.util.Arrays;
import java.util.Optional;

/** What somebody did. */
public enum Action {
    VIEWED("viewed", "閲覧"),
    LISTED("listed", "一覧・検索"),
    RECORDED("recorded", "記録"),
    CORRECTED("corrected", "訂正"),
    WITHDRAWN("withdrawn", "取下げ"),
    IMPORTED("imported", "取込み"),
    EXPORTED("exported", "出力"),
    PRINTED("printed", "印刷"),
    CONSENT_GIVEN("consent-given", "同意の記録"),
    CONSENT_WITHDRAWN("consent-withdrawn", "同意の撤回"),
    PROVIDED("provided", "第三者提供"),
    RECALLED("recalled", "提供の取消し"),
    DISCLOSED("disclosed", "提供記録の開示"),
    GLASS_BROKEN("glass-broken", "緊急閲覧"),
    ANNOUNCEMENT_CONFIRMED("announcement-confirmed", "緊急閲覧の確認"),
    LINKED("linked", "同一事業者の判断"),
    MOVED("moved", "案件の手続き"),
    DUPLICATE_HINTED("duplicate-hinted", "重複の可能性の通知"),
    CASE_HINTED("case-hinted", "ほかの機関の案件の通知"),
    NUMBER_TOLD("number-told", "使用中の番号の通知"),
    LOGGED_IN("logged-in", "ログイン"),
    LOGGED_OUT("logged-out", "ログアウト"),
    REFUSED("refused", "拒否"),
    REACH_CHANGED("reach-changed", "所属・権限の変更"),
    SETTING_CHANGED("setting-changed", "設定の変更"),
    DESTROYED("destroyed", "廃棄"),
    HELD("held", "廃棄の保留"),
    TRIED("tried", "試し運転"),
    APPROVED("approved", "承認"),
    DEVICE_REGISTERED("device-registered", "端末の登録"),
    DEVICE_REVOKED("device-revoked", "端末の失効"),
    TAKEN_ALONG("taken-along", "端末への持ち出し"),
    SIGNED("signed", "署名の記録"),
    VERIFIED("verified", "証跡の検証");

    private final String code;
    private final String label;

    Action(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public static Optional<Action> find(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code.equals(code))
                .findFirst();
    }
}
