package jp.toritsugi.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import jp.toritsugi.door.Caller;
import jp.toritsugi.door.TurnedAway;

/**
 * Asks every request how much its client has left: after it is known who asks, before anything is worked on. People are
 * counted by person, wherever they are logged in; others by address, so that an office behind one address only shares
 * what nobody of it is logged in for. Health and measurements (/q/) are for machines of the house and not counted.
 */
@ApplicationScoped
public class RateLimits {
    private static final int AFTER_AUTHORIZATION = 50;
    private static final int REFUSED_LOG_IN = 10;
    private static final String FIRST = "toritsugi.rate.first";
    private static final Set<String> LISTS =
            Set.of("/diagnoses", "/diagnoses/search", "/api/v1/diagnoses", "/api/v1/diagnoses/search");

    private final RateLimit clients;
    private final RateSettings settings;
    private final Caller caller;

    RateLimits(RateLimit clients, RateSettings settings, Caller caller) {
        this.caller = caller;
        this.clients = clients;
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_AUTHORIZATION);
    }

    /** Whether this 429 need not be told: it only repeats one of the same minute, or asks to wait for a moment. */
    public static boolean isRepeated(RoutingContext context) {
        return context.response().getStatusCode() == 429 && context.get(FIRST) == null;
    }

    private void check(RoutingContext context) {
        if (context.normalizedPath().startsWith("/q/")) {
            context.next();
            return;
        }
        RateLimit.Allowance allowance = take(context);
        tell(context, allowance);
        if (allowance.granted()) {
            context.next();
        } else {
            refuse(context, allowance);
        }
    }

    /** After a log-in that was refused. Answers in its stead when the address has tried too often. */
    boolean refusesAfterFailure(RoutingContext context) {
        RateLimit.Allowance allowance = clients.take(address(context.request()), REFUSED_LOG_IN, settings.strangers());
        tell(context, allowance);
        if (!allowance.granted()) {
            refuse(context, allowance);
        }
        return !allowance.granted();
    }

    private RateLimit.Allowance take(RoutingContext context) {
        String person = caller.person(context);
        if (person == null) {
            return clients.take(address(context.request()), 1, settings.strangers());
        }
        if (isSearch(context)) {
            RateLimit.Allowance search = clients.take("searches " + person, 1, settings.searches());
            if (!search.granted()) {
                return search;
            }
        }
        return clients.take("person " + person, 1, settings.requests());
    }

    private String address(HttpServerRequest request) {
        return "address " + caller.address(request);
    }

    private static boolean isSearch(RoutingContext context) {
        String path = context.normalizedPath();
        return LISTS.contains(path) || path.endsWith(".csv") || path.endsWith(".xlsx");
    }

    /** In the words of draft-ietf-httpapi-ratelimit-headers. */
    private static void tell(RoutingContext context, RateLimit.Allowance allowance) {
        if (allowance.limit() > 0) {
            context.response()
                    .putHeader("RateLimit-Limit", Long.toString(allowance.limit()))
                    .putHeader("RateLimit-Remaining", Long.toString(allowance.remaining()))
                    .putHeader("RateLimit-Reset", Long.toString(allowance.resetSeconds()));
        }
    }

    private static void refuse(RoutingContext context, RateLimit.Allowance allowance) {
        if (allowance.first()) {
            context.put(FIRST, true);
        }
        long seconds = allowance.resetSeconds();
        TurnedAway.until(
                        429,
                        "too-many-requests",
                        "少し待ってください",
                        "短い間に多くの要求がありました。" + seconds + "秒待ってから、もう一度お試しください。",
                        seconds)
                .answer(context);
    }
}
