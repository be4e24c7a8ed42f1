package jp.toritsugi.access;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/**
 * A sheet is some kilobytes; only files, sent as multipart, may be large (quarkus.http.limits.max-body-size). Whatever
 * else is sent stops at a megabyte, before a reader of JSON takes it into memory.
 */
@ApplicationScoped
class BodyLimit {
    private static final long BYTES = 1 << 20;
    /** After the framework has put its own limit, before anything reads. */
    private static final int LAST_OF_THE_FILTERS = 1;

    private static final String TOO_LARGE =
            """
            {"type":"urn:toritsugi:problem:http-413","title":"送られた内容が大きすぎます","status":413,\
            "detail":"一度に送れるのは1MBまでです。ファイルの取込みは、取込みの画面または /api/v1/imports を使ってください。"}""";

    void register(@Observes Filters filters) {
        filters.register(this::check, LAST_OF_THE_FILTERS);
    }

    private void check(RoutingContext context) {
        String type = context.request().getHeader("Content-Type");
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            context.next();
            return;
        }
        if (length(context) > BYTES) {
            context.response()
                    .setStatusCode(413)
                    .putHeader("Content-Type", "application/problem+json")
                    // the rest of the body is not read, so the connection cannot be used again
                    .putHeader("Connection", "close")
                    .end(TOO_LARGE);
            return;
        }
        // A body that does not tell its length is counted while it is read.
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, BYTES);
        context.next();
    }

    private static long length(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
