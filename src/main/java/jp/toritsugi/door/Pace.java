package jp.toritsugi.door;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Nobody takes as long as they like: a body that comes too slowly ends its connection. What is left of a body after the
 * answer is read and thrown away for a while, for a connection closed under a sender's hands loses the answer on its way.
 */
@ApplicationScoped
class Pace {
    /** The slowest a body may come on average. */
    static final long BYTES_A_SECOND = 8 * 1024;

    /** So much is thrown away for the sake of the answer; whoever sends more finds the connection closed. */
    private static final long PATIENCE = 16 << 20;

    private static final long LOOK_EVERY_MS = 1000;

    private final Set<Coming> coming = ConcurrentHashMap.newKeySet();
    private final Vertx vertx;
    private final Duration grace;

    Pace(Vertx vertx, DoorSettings settings) {
        this.vertx = vertx;
        grace = settings.body();
        HeadsInTime.within(settings.head());
    }

    /** A request whose body has not come whole. */
    private record Coming(RoutingContext context, long since) {
        HttpServerRequest request() {
            return context.request();
        }

        boolean isOver() {
            return request().isEnded() || context.response().closed();
        }
    }

    void begin(@Observes StartupEvent started) {
        vertx.setPeriodic(LOOK_EVERY_MS, tick -> {
            coming.removeIf(Coming::isOver);
            coming.stream().filter(this::isTooSlow).forEach(one -> close(one.request()));
        });
    }

    void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        HeadsInTime.arrived(channel(request));
        Coming body = StrangersBodies.hasBody(request) ? new Coming(context, System.nanoTime()) : null;
        if (body != null) {
            coming.add(body);
        }
        context.addEndHandler(done -> {
            HeadsInTime.answered(channel(request));
            if (body != null && !request.isEnded()) {
                throwAway(request);
            }
        });
    }

    private boolean isTooSlow(Coming one) {
        long nanos = System.nanoTime() - one.since();
        return nanos > grace.toNanos()
                && one.request().bytesRead() < (nanos - grace.toNanos()) / 1_000_000_000.0 * BYTES_A_SECOND;
    }

    private static void throwAway(HttpServerRequest request) {
        long before = request.bytesRead();
        request.handler(part -> {
            if (request.bytesRead() - before > PATIENCE) {
                close(request);
            }
        });
        request.resume();
    }

    private static void close(HttpServerRequest request) {
        request.connection().close();
    }

    private static io.netty.channel.Channel channel(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel();
    }
}
