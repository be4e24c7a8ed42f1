package jp.toritsugi.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Refuses what another site's page sends in a logged-in person's name (CSRF): a changing request that the browser itself
 * marks as coming from elsewhere, or does not mark at all. Programs with a token send no such mark. The log-in cookie is SameSite=Lax besides.
 */
@ApplicationScoped
class SameOriginOnly {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** The log-in cookie of the framework; it may come in parts, each with a number behind the name. */
    private static final String SESSION = "q_session";

    void register(@Observes Filters filters) {
        filters.register(this::check, 200);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (READING.contains(request.method()) || !comesFromElsewhere(request)) {
            context.next();
            return;
        }
        request.resume();
        context.response()
                .setStatusCode(403)
                .putHeader("Content-Type", "application/problem+json")
                .end("{\"type\":\"urn:toritsugi:problem:foreign-origin\",\"title\":\"ほかのサイトからの操作です\",\"status\":403,"
                        + "\"detail\":\"取次の画面を開き直してから、もう一度操作してください。\"}");
    }

    private static boolean comesFromElsewhere(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        if (origin == null) {
            // Browsers name one of the two with every form and every script's request. Without both, a session is not
            // believed; programs bring a token instead.
            return request.cookies().stream()
                    .anyMatch(cookie -> cookie.getName().startsWith(SESSION));
        }
        return request.authority() != null && !origin.endsWith("//" + request.authority());
    }
}
