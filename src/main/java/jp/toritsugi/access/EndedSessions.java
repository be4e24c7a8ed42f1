package jp.toritsugi.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.SecurityEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

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

    private final Cache<String, Boolean> ended =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    void register(@Observes Filters filters) {
        filters.register(this::listen, BEFORE_THE_FRAMEWORK);
    }

    /** Whether the session that a token names has ended. */
    boolean has(String token) {
        return TokenKind.session(token).map(ended::getIfPresent).isPresent();
    }

    void happened(@Observes SecurityEvent event) {
        if (event.getEventType() == SecurityEvent.Type.OIDC_LOGOUT_RP_INITIATED) {
            remember(event.getSecurityIdentity()
                    .getCredential(IdTokenCredential.class)
                    .getToken());
        }
    }

    /** The framework verifies the log-in server's word and keeps to itself of which session it was. */
    private void listen(RoutingContext context) {
        if (BACK_CHANNEL.equals(context.request().path())) {
            context.addEndHandler(done -> {
                String word = context.request().getFormAttribute("logout_token");
                if (context.response().getStatusCode() == 200 && word != null) {
                    remember(word);
                }
            });
        }
        context.next();
    }

    private void remember(String token) {
        TokenKind.session(token).ifPresent(session -> ended.put(session, true));
    }
}
