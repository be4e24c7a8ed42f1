package jp.toritsugi.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes a body into memory, whole, before anybody works on it, so that nobody who works waits for a slow sender. All of
 * them together are bounded: however many send at once, there is memory left for those who are worked on.
 */
@ApplicationScoped
class Bodies {
    private static final TurnedAway NO_ROOM =
            TurnedAway.until(503, "overloaded", "ただいま混み合っています", "送られた内容は受け取っていません。5秒ほど待ってから、もう一度送ってください。", 5);

    /** Said to nobody. */
    private static final TurnedAway GONE = TurnedAway.forGood(400, "sender-gone", "送信が途中で切れました", "もう一度送ってください。");

    private final AtomicLong held = new AtomicLong();
    private final long most;

    Bodies(DoorSettings settings, MeterRegistry figures) {
        most = settings.bodies().asLongValue();
        figures.gauge("toritsugi.door.bodies.bytes", held);
    }

    /** The answer for whom it cannot be taken; empty once it lies ready. To be called on the connection's thread. */
    CompletionStage<Optional<TurnedAway>> gather(RoutingContext context, Visit visit) {
        HttpServerRequest request = context.request();
        if (!StrangersBodies.hasBody(request) || BodyLimit.isFile(request) || request.isEnded()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        if (!((ConnectionBase) request.connection()).channel().isOpen()) {
            // went away while waiting: of that nobody would be told any more
            return CompletableFuture.completedFuture(Optional.of(GONE));
        }
        CompletableFuture<Optional<TurnedAway>> done = new CompletableFuture<>();
        Buffer body = Buffer.buffer();
        visit.atItsEnd(() -> held.addAndGet(-body.length()));
        request.handler(part -> {
            if (done.isDone()) {
                return;
            }
            if (body.length() + part.length() > BodyLimit.BYTES) {
                done.complete(Optional.of(BodyLimit.TOO_LARGE));
            } else if (held.addAndGet(part.length()) <= most) {
                body.appendBuffer(part);
            } else {
                held.addAndGet(-part.length());
                done.complete(Optional.of(NO_ROOM));
            }
        });
        request.endHandler(end -> {
            if (!done.isDone()) {
                ((RoutingContextInternal) context).setBody(body);
                done.complete(
                        isForm(request) ? Written.pairs(body.toString(StandardCharsets.ISO_8859_1)) : Optional.empty());
            }
        });
        request.exceptionHandler(broken -> done.complete(Optional.of(GONE)));
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            context.response().writeContinue();
        }
        request.resume();
        return done;
    }

    private static boolean isForm(HttpServerRequest request) {
        return String.valueOf(request.getHeader("Content-Type")).startsWith("application/x-www-form-urlencoded");
    }
}
