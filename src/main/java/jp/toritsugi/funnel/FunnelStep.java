package jp.toritsugi.funnel;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The steps, in their order. A sheet reaches a step when any of its referrals ever did, or when it reached a later one: a
 * case completed without a plan on record passed that step. So each step holds the next, and what a step loses to the next
 * is what stopped there.
 */
public enum FunnelStep {
    DIAGNOSED("diagnosed", "診断", "期間内に面談した診断票。取り下げた診断票は除く。集計表の診断件数と同じ数"),
    CONSENTED("consented", "同意", "情報共有の同意が一つでも有効な診断票（本人の相談先だけへの同意を除く）。取次の後に撤回されたものも含む"),
    REFERRED("referred", "取次", "窓口へ一度でも取次した診断票"),
    ACCEPTED("accepted", "受理", "取次先が一度でも受理した診断票"),
    VISITED("visited", "初回面談", "取次先が面談・訪問を記録した診断票、またはその先の段階へ進んだ診断票"),
    PLANNED("planned", "計画", "取次先が計画の策定を記録した診断票、または完了した診断票"),
    COMPLETED("completed", "完了", "取次が一つでも完了した診断票");

    private final String code;
    private final String label;
    private final String meaning;

    FunnelStep(String code, String label, String meaning) {
        this.code = code;
        this.label = label;
        this.meaning = meaning;
    }

    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** What is counted in it, for the foot of the page. */
    public String meaning() {
        return meaning;
    }
}
