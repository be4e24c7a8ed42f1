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
 * marks as coming from elsewhere. Programs with a token send no such mark. The log-in cookie is SameSite=Lax besides.
 */
@ApplicationScoped
class SameOriginOnly {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(this::check, 200);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        // The framework's own pages under /q/ are for developers and bring inline scripts.
        if (!request.path().startsWith("/q/")) {
            context.response().putHeader("Content-Security-Policy", POLICY);
        }
        if (READING.contains(request.method()) || !comesFromElsewhere(request)) {
            context.next();
            return;
        }
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
        return origin != null && request.authority() != null && !origin.endsWith("//" + request.authority());
    }
}
