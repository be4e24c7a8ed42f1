package jp.toritsugi.access;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What browsers are told with every answer, whoever makes it: pages, files, errors, refusals, the framework's own. First
 * of the filters, so that an answer given by any other has them too.
 */
@ApplicationScoped
class SecurityHeaders {
    private static final int FIRST_OF_THE_FILTERS = 2000;
    private static final String POLICY = policyWithFormsTo("");
    private static final String NOTHING_OF_THE_DEVICE =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
    private static final String A_YEAR = "max-age=31536000";

    void register(@Observes Filters filters) {
        filters.register(this::add, FIRST_OF_THE_FILTERS);
    }

    /** @param origin who else may be sent a form; empty for nobody */
    static String policyWithFormsTo(String origin) {
        return "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'"
                + (origin.isEmpty() ? "" : " " + origin) + "; frame-ancestors 'none'";
    }

    private void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        // In development the framework brings pages of its own under /q/, with scripts in them.
        if (!LaunchMode.current().isDev() || !context.request().path().startsWith("/q/")) {
            headers.set("Content-Security-Policy", POLICY);
        }
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Permissions-Policy", NOTHING_OF_THE_DEVICE);
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        // The scheme is the proxy's where one is believed (TORITSUGI_HTTP_PROXIED).
        if (context.request().scheme().equals("https")) {
            headers.set("Strict-Transport-Security", A_YEAR);
        }
        context.next();
    }
}
