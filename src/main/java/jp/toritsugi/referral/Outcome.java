package jp.toritsugi.referral;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What came of a case, shaped on what the national office counts every year (no official list was found; a proposal). */
public enum Outcome {
    PLAN("plan", "計画策定支援完了"),
    FAMILY("family", "親族内承継完了"),
    EMPLOYEE("employee", "従業員承継完了"),
    THIRD_PARTY("third-party", "第三者承継成約"),
    SUCCESSOR_BANK("successor-bank", "人材バンク登録・成約"),
    GUARANTEE("guarantee", "経営者保証解除支援"),
    IMPROVEMENT("improvement", "経営改善・再生へ"),
    CLOSED_DOWN("closed-down", "廃業"),
    INFORMATION("information", "情報提供のみ"),
    DECLINED_BY_OWNER("declined-by-owner", "本人辞退"),
    UNREACHABLE("unreachable", "連絡不能"),
    ELSEWHERE("elsewhere", "他機関で継続"),
    DISCONTINUED("discontinued", "中断");

    private final String code;
    private final String label;

    Outcome(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public static Optional<Outcome> find(String codeOrLabel) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(codeOrLabel) || one.label.equals(codeOrLabel))
                .findFirst();
    }

    /** 計画策定支援完了, or the code where it is none of ours; empty for null. */
    public static String label(String code) {
        return code == null ? "" : find(code).map(Outcome::label).orElse(code);
    }
}
