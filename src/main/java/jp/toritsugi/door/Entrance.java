package jp.toritsugi.door;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Between an endpoint's roles and its work: here it is known who asks and that they may. One person is worked for so much
 * at once and waits for the rest; then the body is taken; then what is dear (lists, figures, files) waits its turn among
 * all. A place is kept until the work is done, also when the asker has gone away before.
 */
@ApplicationScoped
class Entrance {
    /** A tablet that sends by itself and a page that asks for several things wait; whoever lets more wait is told so. */
    private static final int WAITING_OF_ONE = 60;

    private static final int SEARCHES_OF_ONE = 3;
    private static final int WAITING_FOR_SEARCHES = 300;
    private static final String EVERYBODY = "";

    private static final TurnedAway TOO_MUCH_AT_ONCE =
            TurnedAway.until(429, "too-many-at-once", "同時の操作が多すぎます", "前に送った操作がまだ終わっていません。終わるのを待ってから、もう一度お試しください。", 5);
    private static final TurnedAway CROWDED =
            TurnedAway.until(503, "overloaded", "ただいま混み合っています", "一覧や集計が混み合っています。10秒ほど待ってから、もう一度お試しください。", 10);

    private final Caller caller;
    private final Bodies bodies;
    private final Duration patience;
    private final Turns people;
    private final Turns searchers;
    private final Turns searches;

    Entrance(Caller caller, Bodies bodies, DoorSettings settings) {
        this.caller = caller;
        this.bodies = bodies;
        patience = settings.patience();
        people = new Turns(settings.atOnce(), WAITING_OF_ONE);
        searchers = new Turns(settings.atOnce() == 0 ? 0 : SEARCHES_OF_ONE, WAITING_OF_ONE);
        searches = new Turns(settings.searches(), WAITING_FOR_SEARCHES);
    }

    /** Null lets the request in. */
    @ServerRequestFilter(nonBlocking = true, priority = 1)
    Uni<Response> letIn(RoutingContext context, ResteasyReactiveContainerRequestContext request) {
        String person = caller.person(context);
        Visit visit = new Visit();
        ((ResteasyReactiveRequestContext) request.getServerRequestContext())
                .registerCompletionCallback(failure -> visit.end());
        Executor here = here();
        CompletionStage<Optional<TurnedAway>> refusal = turn(people, person, visit)
                .thenComposeAsync(
                        inTime -> inTime ? bodies.gather(context, visit) : told(Optional.of(TOO_MUCH_AT_ONCE)), here)
                .thenCompose(no -> no.isEmpty() && Dear.is(context) ? search(person, visit) : told(no));
        return Uni.createFrom()
                .completionStage(refusal)
                .map(no -> no.map(answer -> answer.response(context)).orElse(null))
                .emitOn(here);
    }

    /** First among the person's own, so that one person's do not stand in the others' way. */
    private CompletionStage<Optional<TurnedAway>> search(String person, Visit visit) {
        return turn(searchers, person, visit)
                .thenCompose(
                        inTime -> inTime ? turn(searches, EVERYBODY, visit) : CompletableFuture.completedFuture(false))
                .thenApply(inTime -> inTime ? Optional.empty() : Optional.of(CROWDED));
    }

    /** Places are given by whoever leaves one; a connection is only worked with on its own thread. */
    private static Executor here() {
        Context here = Vertx.currentContext();
        return work -> {
            if (Vertx.currentContext() == here) {
                work.run();
            } else {
                here.runOnContext(run -> work.run());
            }
        };
    }

    /** @param person null only in tests that pretend somebody is logged in */
    private CompletableFuture<Boolean> turn(Turns turns, String person, Visit visit) {
        return person == null ? CompletableFuture.completedFuture(true) : turns.enter(person, patience, visit);
    }

    private static CompletionStage<Optional<TurnedAway>> told(Optional<TurnedAway> refusal) {
        return CompletableFuture.completedFuture(refusal);
    }
}
