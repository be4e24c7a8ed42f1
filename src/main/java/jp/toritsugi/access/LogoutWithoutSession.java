package jp.toritsugi.access;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Logging out when our session has run out already, as on a tablet that lay idle. The framework's own log-out would ask
 * for a log-in first and then end it, which the next person at the tablet would meet; so they go straight to the log-in
 * server, which ends its own session if it still has one.
 */
@ApplicationScoped
class LogoutWithoutSession {
    /** The same as quarkus.oidc.logout.path. */
    private static final String PATH = "/logout";

    private final Instance<TenantConfigBean> tenants;

    LogoutWithoutSession(Instance<TenantConfigBean> tenants) {
        this.tenants = tenants;
    }

    static boolean isAskedBy(RoutingContext request) {
        return request.normalizedPath().equals(PATH);
    }

    /** Reached only by those who are not logged in: everybody else's log-out has been done by then. */
    void register(@Observes Router router) {
        router.get(PATH).handler(request -> request.response()
                .setStatusCode(302)
                .putHeader("Location", address(request.request()))
                .putHeader("Cache-Control", "no-store")
                .end());
    }

    /** Where the log-in server ends its session and sends people back to our first page. */
    String address(HttpServerRequest request) {
        TenantConfigContext loginServer = tenants.get().getDefaultTenant();
        String home =
                request.scheme() + "://" + URI.create(request.absoluteURI()).getAuthority() + "/";
        return loginServer.getOidcMetadata().getEndSessionUri() + "?client_id="
                + encoded(loginServer.oidcConfig().clientId().orElseThrow()) + "&post_logout_redirect_uri="
                + encoded(home);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
