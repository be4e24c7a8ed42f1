package jp.toritsugi.access;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/**
 * A sheet is some kilobytes; only files, sent as multipart, may be large (quarkus.http.limits.max-body-size). Whatever
 * else is sent stops at a megabyte, before a reader of JSON takes it into memory. What is too large is read and thrown
 * away for a while before the answer: a connection closed under a sender's hands loses the answer on its way.
 */
@ApplicationScoped
class BodyLimit {
    private static final long BYTES = 1 << 20;
    /** So much is thrown away for the sake of the answer; whoever sends more finds the connection closed. */
    private static final long PATIENCE = 16 << 20;
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
        String type =
                String.valueOf(context.request().getHeader("Content-Type")).toLowerCase(Locale.ROOT);
        String length = context.request().getHeader("Content-Length");
        if (type.startsWith("multipart/form-data")) {
            context.next();
        } else if (length != null && bytes(length) > BYTES) {
            throwAway(context, 0);
        } else if (length == null
                && !type.contains("form")
                && context.request().getHeader("Transfer-Encoding") != null) {
            collect(context);
        } else {
            // Also for a form that does not tell its length: it is counted while it is read.
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, BYTES);
            context.next();
        }
    }

    /** A body of unknown length: what fits is handed on whole. */
    private static void collect(RoutingContext context) {
        HttpServerRequest request = context.request();
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            body.appendBuffer(part);
            if (body.length() > BYTES) {
                throwAway(context, body.length());
            }
        });
        request.endHandler(end -> {
            ((RoutingContextInternal) context).setBody(body);
            context.next();
        });
        request.resume();
    }

    private static void throwAway(RoutingContext context, long before) {
        HttpServerRequest request = context.request();
        long[] read = {before};
        request.handler(part -> {
            read[0] += part.length();
            if (read[0] > PATIENCE) {
                request.handler(null);
                refuse(context);
            }
        });
        request.endHandler(end -> refuse(context));
        request.resume();
    }

    private static void refuse(RoutingContext context) {
        if (!context.response().ended()) {
            context.response()
                    .setStatusCode(413)
                    .putHeader("Content-Type", "application/problem+json")
                    .putHeader("Connection", "close")
                    .end(TOO_LARGE);
        }
    }

    private static long bytes(String length) {
        try {
            return Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
