package jp.toritsugi.queue;

import java.util.Map;

/** What is said once a move is made. */
final class QueueMessages {
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("take", "引き受けました。ほかの人からは、あなたが担当中と見えます。"),
            Map.entry("release", "引き受けをやめました。"),
            Map.entry("hand-over", "取次しました。"),
            Map.entry("ask", "診断機関に確認を求めました。答えがあると、取次待ちに戻ります。"),
            Map.entry("keep", "自機関対応としました。"),
            Map.entry("watch", "取次不要としました。次に確認する日に、再確認の一覧に出ます。"),
            Map.entry("request", "取次待ちに戻しました。"),
            Map.entry("close", "終了しました。"),
            Map.entry("referral", "取次の手続きを記録しました。"),
            Map.entry("entry", "取次の記録を書きました。"),
            Map.entry("view", "この見方を保存しました。"),
            Map.entry("view-gone", "保存した見方を消しました。"));

    private QueueMessages() {}

    /** Null for a word that is none of ours. */
    static String of(String code) {
        return code == null ? null : SAID.get(code);
    }
}
