package jp.toritsugi.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.SecurityEvent;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Sessions that ended here or of whose end the log-in server told. Remembered for longer than any of their access tokens
 * lives (five minutes), in the memory of this process: what was kept aside of them opens nothing any more.
 */
@ApplicationScoped
class EndedSessions {
    /** The same as quarkus.oidc.logout.backchannel.path. */
    private static final String BACK_CHANNEL = "/login/back-channel";

    private static final int BEFORE_THE_FRAMEWORK = 1800;
    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    private static final int MOST = 20_000;

    /** The framework's own mark for a session it renewed on the way of this request. */
    private static final String RENEWED = "refresh_token_grant_response";

    /** The log-in server said it: no token of the session will ever be good again. */
    private static final long FOR_GOOD = Long.MAX_VALUE;

    /** By session, the second of the epoch before which its cookies were issued that open nothing any more. */
    private final Cache<String, Long> ended =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    private final Instance<TenantConfigBean> tenants;

    EndedSessions(Instance<TenantConfigBean> tenants) {
        this.tenants = tenants;
    }

    void register(@Observes Filters filters) {
        filters.register(this::listen, BEFORE_THE_FRAMEWORK);
    }

    /** Whether the session that a token names has ended. */
    boolean has(String token) {
        return TokenKind.session(token).map(ended::getIfPresent).isPresent();
    }

    /**
     * The framework forgets an ended session with the first request it refuses, and all of them when anybody logs in; a
     * copy of the cookie would be good again.
     *
     * @throws AuthenticationFailedException if the session that the identity came with has ended; its cookies are taken back
     */
    void refuse(SecurityIdentity identity, RoutingContext request) {
        IdTokenCredential word = identity == null ? null : identity.getCredential(IdTokenCredential.class);
        if (word != null && isOver(word.getToken(), request)) {
            OidcTenantConfig settings = tenants.get().getDefaultTenant().oidcConfig();
            List.copyOf(request.request().cookies()).stream()
                    .map(Cookie::getName)
                    .filter(name -> name.startsWith(OidcUtils.SESSION_COOKIE_NAME))
                    .forEach(name -> OidcUtils.removeCookie(request, settings, name));
            throw new AuthenticationFailedException();
        }
    }

    /**
     * Where the log-out did not get as far as the log-in server, its session goes on under the same number. Who comes back
     * from there has a token issued since; who only renews the old one has not been there.
     */
    private boolean isOver(String token, RoutingContext request) {
        Long before = TokenKind.session(token).map(ended::getIfPresent).orElse(null);
        return before != null && (TokenKind.issued(token) < before || request.get(RENEWED) != null);
    }

    void happened(@Observes SecurityEvent event) {
        if (event.getEventType() == SecurityEvent.Type.OIDC_LOGOUT_RP_INITIATED) {
            remember(
                    event.getSecurityIdentity()
                            .getCredential(IdTokenCredential.class)
                            .getToken(),
                    Instant.now().getEpochSecond());
        }
    }

    /** The framework verifies the log-in server's word and keeps to itself of which session it was. */
    private void listen(RoutingContext context) {
        if (BACK_CHANNEL.equals(context.request().path())) {
            context.addEndHandler(done -> {
                String word = context.request().getFormAttribute("logout_token");
                if (context.response().getStatusCode() == 200 && word != null) {
                    remember(word, FOR_GOOD);
                }
            });
        }
        context.next();
    }

    private void remember(String token, long before) {
        TokenKind.session(token).ifPresent(session -> ended.asMap().merge(session, before, Long::max));
    }
}
