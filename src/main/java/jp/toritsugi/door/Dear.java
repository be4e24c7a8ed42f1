package jp.toritsugi.door;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.regex.Pattern;

/** What may take the database seconds: lists that can be narrowed at will, figures, files of either. */
final class Dear {
    private static final Set<String> LISTS = Set.of(
            "/diagnoses",
            "/diagnoses/search",
            "/api/v1/diagnoses",
            "/api/v1/diagnoses/search",
            "/queue",
            "/queue/overrides",
            "/api/v1/cases",
            "/api/v1/cases/counts",
            "/api/v1/cases/overrides",
            "/api/v1/referrals",
            "/trail",
            "/api/v1/trail",
            "/funnel");
    private static final Pattern FIGURES_AND_FILES =
            Pattern.compile("/reports/.+|/api/v1/reports/.+|.+\\.(csv|xlsx|pdf)");
    private static final Set<String> SENT_BECAUSE_OF_NAMES = Set.of("/diagnoses/search", "/api/v1/diagnoses/search");

    private Dear() {}

    static boolean is(RoutingContext context) {
        String path = context.normalizedPath();
        boolean asks = context.request().method() == HttpMethod.GET || SENT_BECAUSE_OF_NAMES.contains(path);
        return asks && (LISTS.contains(path) || FIGURES_AND_FILES.matcher(path).matches());
    }
}
