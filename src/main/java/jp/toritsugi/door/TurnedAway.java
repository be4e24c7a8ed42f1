package jp.toritsugi.door;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;

/**
 * What is said to a request that is turned away before anything of ours reads it, to programs as problem details and to
 * people as a page; without a template, for it is said most when there is least to spare.
 *
 * @param type last part of the stable type URI
 * @param seconds after how many it may be tried again; 0 where trying again is of no use
 * @param field what is wrong, where it has a name; null otherwise
 */
public record TurnedAway(int status, String type, String title, String detail, long seconds, String field) {

    public static TurnedAway until(int status, String type, String title, String detail, long seconds) {
        return new TurnedAway(status, type, title, detail, seconds, null);
    }

    static TurnedAway forGood(int status, String type, String title, String detail) {
        return new TurnedAway(status, type, title, detail, 0, null);
    }

    static TurnedAway unreadable(String field, String detail) {
        return new TurnedAway(400, "invalid-input", "入力に誤りがあります", detail, 0, field);
    }

    /** Answers a request that no endpoint has seen yet. */
    public void answer(RoutingContext context) {
        context.response()
                .setStatusCode(status)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Type", mediaType(context));
        if (seconds > 0) {
            context.response().putHeader("Retry-After", Long.toString(seconds));
        }
        context.response().end(words(context));
    }

    /** The same from within an endpoint's chain. */
    Response response(RoutingContext context) {
        Response.ResponseBuilder answer = Response.status(status)
                .header("Cache-Control", "no-store")
                .type(mediaType(context))
                .entity(words(context));
        return (seconds > 0 ? answer.header("Retry-After", seconds) : answer).build();
    }

    private static boolean isForPrograms(RoutingContext context) {
        String accept = context.request().getHeader("Accept");
        return context.request().path() != null && context.request().path().startsWith("/api/")
                || accept == null
                || !accept.contains("text/html");
    }

    private static String mediaType(RoutingContext context) {
        return isForPrograms(context) ? "application/problem+json" : "text/html;charset=UTF-8";
    }

    private String words(RoutingContext context) {
        return isForPrograms(context)
                ? PROBLEM.formatted(type, title, status, detail, field == null ? "" : violation())
                : PAGE.formatted(title, title, field == null ? detail : quoted(field) + "：" + detail);
    }

    private String violation() {
        String name = field.replace("\\", "\\\\").replace("\"", "\\\"");
        return ",\"violations\":[{\"field\":\"%s\",\"message\":\"%s\"}]".formatted(name, detail);
    }

    private static String quoted(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static final String PROBLEM =
            """
            {"type":"urn:toritsugi:problem:%s","title":"%s","status":%d,"detail":"%s"%s}""";

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="ja">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s｜取次</title>
            <link rel="stylesheet" href="/frame/tokens.css">
            <link rel="stylesheet" href="/frame/base.css">
            </head>
            <body>
            <main id="main">
            <h1>%s</h1>
            <p>%s</p>
            <p><a href="/">ホームへ戻る</a></p>
            </main>
            </body>
            </html>
            """;
}
