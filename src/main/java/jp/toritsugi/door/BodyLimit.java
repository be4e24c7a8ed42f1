package jp.toritsugi.door;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/**
 * A sheet is some kilobytes; only files, sent as multipart, may be large (quarkus.http.limits.max-body-size). Whatever
 * else says that it is larger than a megabyte is not begun with; what does not say how large it is is counted while it
 * comes ({@link Bodies}).
 */
@ApplicationScoped
class BodyLimit {
    static final long BYTES = 1 << 20;
    /** After the framework has put its own limit, before anything reads. */
    private static final int LAST_OF_THE_FILTERS = 1;

    static final TurnedAway TOO_LARGE = TurnedAway.forGood(
            413, "http-413", "送られた内容が大きすぎます", "一度に送れるのは1MBまでです。ファイルの取込みは、取込みの画面または /api/v1/imports を使ってください。");

    void register(@Observes Filters filters) {
        filters.register(this::check, LAST_OF_THE_FILTERS);
    }

    private void check(RoutingContext context) {
        if (isFile(context.request())) {
            context.next();
            return;
        }
        String length = context.request().getHeader("Content-Length");
        if (length != null && StrangersBodies.length(context.request()) > BYTES) {
            TOO_LARGE.answer(context);
        } else {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, BYTES);
            context.next();
        }
    }

    static boolean isFile(HttpServerRequest request) {
        return String.valueOf(request.getHeader("Content-Type"))
                .toLowerCase(Locale.ROOT)
                .startsWith("multipart/form-data");
    }
}
