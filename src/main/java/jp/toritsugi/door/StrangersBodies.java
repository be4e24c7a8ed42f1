package jp.toritsugi.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What strangers send stays unread: every endpoint asks for its roles before it reads ({@link Entrance}), and what is open
 * to all (files, health) reads nothing. Only the log-in server's word that a session has ended comes without a log-in; the
 * framework reads it whole, so it must be short and say how long it is.
 */
@ApplicationScoped
class StrangersBodies {
    /** The same as quarkus.oidc.logout.backchannel.path. */
    static final String BACK_CHANNEL = "/login/back-channel";

    private static final int BEFORE_THE_FRAMEWORK = 1850;
    private static final long LONGEST_WORD = 16 * 1024;

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_FRAMEWORK);
    }

    private void check(RoutingContext context) {
        if (BACK_CHANNEL.equals(context.request().path()) && length(context.request()) > LONGEST_WORD) {
            TurnedAway.forGood(413, "http-413", "送られた内容が大きすぎます", "ログインサーバーからの知らせとしては長すぎます。")
                    .answer(context);
        } else {
            context.next();
        }
    }

    static boolean hasBody(HttpServerRequest request) {
        return length(request) > 0;
    }

    /** As announced; unknown lengths are the greatest. */
    static long length(HttpServerRequest request) {
        if (request.getHeader("Transfer-Encoding") != null) {
            return Long.MAX_VALUE;
        }
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
