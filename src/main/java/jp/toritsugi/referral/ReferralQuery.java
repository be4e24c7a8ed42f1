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
 * @param limit 1 to 200
 * @param after where the page before ended, or null
 */
record ReferralQuery(List<String> states, UUID diagnosis, boolean mine, int limit, String after) {
    private static final List<String> NAMES = List.of("state", "diagnosis", "mine", "limit", "after");
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final String OPEN = "open";

    static ReferralQuery of(MultivaluedMap<String, String> parameters) {
        Map<String, String> typed = TypedFilters.read(parameters, NAMES);
        return new ReferralQuery(
                states(typed.get("state")),
                typed.containsKey("diagnosis")
                        ? DiagnosisId.fromString(typed.get("diagnosis")).value()
                        : null,
                "true".equals(typed.get("mine")),
                limit(typed.get("limit")),
                typed.get("after"));
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

    private static int limit(String typed) {
        if (typed == null) {
            return USUAL;
        }
        if (!typed.matches("[0-9]{1,3}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > MOST) {
            throw new InvalidInput("limit", "1から" + MOST + "までの数で指定してください。");
        }
        return Integer.parseInt(typed);
    }
}
