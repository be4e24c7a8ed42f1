package jp.toritsugi.rulechange;

import java.util.List;
import java.util.stream.Collectors;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.routing.Urgency;

/** How what a trial counts is said. */
final class TrialWords {
    private TrialWords() {}

    static String destination(String code) {
        return code.equals(TrialResult.NONE)
                ? "取次しない"
                : RecipientKind.find(code).map(RecipientKind::label).orElse(code);
    }

    static String kinds(List<String> codes) {
        return codes == null ? "" : codes.stream().map(TrialWords::destination).collect(Collectors.joining("、"));
    }

    static String rule(String code) {
        return code == null || code.isEmpty() ? "決まりなし" : code;
    }

    static String urgency(String code) {
        return code == null ? "なし" : Urgency.find(code).map(Urgency::label).orElse("なし");
    }

    static String gates(List<String> codes) {
        return codes == null ? "" : String.join(" ", codes);
    }
}
