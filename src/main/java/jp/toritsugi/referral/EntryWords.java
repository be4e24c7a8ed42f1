package jp.toritsugi.referral;

/** How a line of the timeline is said. */
final class EntryWords {
    private EntryWords() {}

    /** @param desk the desk's name for a line of a referral, or null */
    static String of(CaseEntry entry, String desk) {
        String said = what(entry);
        String at = desk == null ? "" : desk + "：";
        String why = entry.reason == null ? "" : "（" + Reason.label(entry.reason) + "）";
        String outcome = entry.outcome == null ? "" : "（" + Outcome.label(entry.outcome) + "）";
        return at + said + why + outcome;
    }

    private static String what(CaseEntry entry) {
        if (entry.kind.equals(CaseMove.HAND_OVER.code())) {
            return "取次しました";
        }
        if (entry.referral != null) {
            return Noted.find(entry.kind)
                    .map(noted -> noted == Noted.NOTE ? "メモ" : noted.label() + "を記録しました")
                    .orElseGet(() -> moved(entry));
        }
        return switch (entry.kind) {
            case "opened" -> "診断から案件ができました（" + state(entry.toState) + "）";
            case "advised" ->
                "診断票の変更でおすすめを見直しました" + (entry.fromState.equals(entry.toState) ? "" : "（" + state(entry.toState) + "）");
            case "override" -> "おすすめと違う取次先を選びました";
            case "follow" -> state(entry.toState) + "になりました";
            case "continued" -> "次の診断に引き継ぎました";
            default -> CaseMove.find(entry.kind).map(EntryWords::past).orElse(entry.kind);
        };
    }

    private static String past(CaseMove move) {
        return switch (move) {
            case TAKE -> "事務局が引き受けました";
            case RELEASE -> "引き受けをやめました";
            case HAND_OVER -> "取次しました";
            case ASK -> "診断機関に確認しています";
            case REPLY -> "確認に答えました";
            case KEEP -> "自機関対応としました";
            case WATCH_ON -> "取次不要としました";
            case REQUEST -> "取次を依頼しました";
            case CLOSE -> "終了しました";
        };
    }

    private static String moved(CaseEntry entry) {
        return Move.find(entry.kind)
                .map(move -> switch (move) {
                    case ACCEPT -> "受理しました";
                    case REJECT -> "辞退しました";
                    case TAKE -> "担当者が決まりました";
                    case HAND_BACK -> "窓口に戻しました";
                    case START -> "支援を始めました";
                    case HOLD -> "保留しました";
                    case RESUME -> "再開しました";
                    case COMPLETE -> "完了しました";
                    case FAIL -> "中断しました";
                    case CANCEL -> "取り消しました";
                })
                .orElse(entry.kind);
    }

    private static String state(String code) {
        return CaseState.find(code).map(CaseState::label).orElse(code);
    }
}
