package jp.toritsugi.referral;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.TypedFilters;

/**
 * Which referrals are asked for.
 *
 * @param states empty = all
 * @param diagnosis null = of all cases
 * @param mine only those the viewer holds
 * @param typed all of it as it was typed
 */
record ReferralQuery(List<String> states, UUID diagnosis, boolean mine, Map<String, String> typed) {
    private static final List<String> NAMES = List.of("state", "diagnosis", "mine", "limit", "after");
    private static final String OPEN = "open";

    static ReferralQuery of(MultivaluedMap<String, String> parameters) {
        Map<String, String> typed = TypedFilters.read(parameters, NAMES);
        return new ReferralQuery(
                states(typed.get("state")),
                typed.containsKey("diagnosis")
                        ? DiagnosisId.fromString(typed.get("diagnosis")).value()
                        : null,
                "true".equals(typed.get("mine")),
                typed);
    }

    private static List<String> states(String typed) {
        if (typed == null) {
            return List.of();
        }
        if (typed.equals(OPEN)) {
            return Arrays.stream(ReferralState.values())
                    .filter(ReferralState::isOpen)
                    .map(ReferralState::code)
                    .toList();
        }
        return List.of(ReferralState.find(typed)
                .orElseThrow(() -> new InvalidInput("state", "取次の状態ではありません。"))
                .code());
    }
}
