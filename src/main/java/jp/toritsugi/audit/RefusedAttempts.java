package jp.toritsugi.audit;

import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.toritsugi.access.RateLimits;
import jp.toritsugi.door.Caller;

/**
 * Whatever was refused goes into the trail, wherever in the application it was refused: what a person may not do, cases
 * out of their reach. Written after the answer, for a refusal has no transaction. Those of strangers, and tokens that are
 * none, are only counted ({@link StrangersRefused}).
 */
@ApplicationScoped
class RefusedAttempts {
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 421, 429);
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int FIRST_OF_THE_FILTERS = 1000;

    private final TrailAside trail;

    private final StrangersRefused strangers;
    private final Caller caller;

    RefusedAttempts(TrailAside trail, StrangersRefused strangers, Caller caller) {
        this.trail = trail;
        this.strangers = strangers;
        this.caller = caller;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, FIRST_OF_THE_FILTERS);
    }

    private void watch(RoutingContext context) {
        context.addEndHandler(done -> {
            int status = context.response().getStatusCode();
            if (!REFUSALS.contains(status)) {
                return;
            }
            if (caller.person(context) == null) {
                strangers.count(context, status);
            } else if (!RateLimits.isRepeated(context)) {
                write(context, status);
            }
        });
        context.next();
    }

    private void write(RoutingContext context, int status) {
        Matcher id = ID.matcher(context.request().path());
        String subject = id.find() ? id.group() : null;
        // A wrong address is a slip; a wrong id may be a guess.
        if (status == 404 && subject == null) {
            return;
        }
        TrailEvent event = TrailEvent.of(Action.REFUSED, subject == null ? "address" : "diagnosis", subject, null)
                .with("status", status)
                .with("method", context.request().method().name())
                .with("path", ID.matcher(context.request().path()).replaceAll("{id}"))
                .with("filters", AskedFor.of(context));
        try {
            trail.write(event, context.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null);
        } catch (RuntimeException e) {
            Log.error("a refused attempt did not get into the trail", e);
        }
    }
}
