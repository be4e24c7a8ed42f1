package jp.toritsugi.access;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a bearer's token says of itself, before anybody has looked whether it may be believed. An ID token says to the
 * application that led somebody to the log-in who came back; it opens nothing, and passes through more hands.
 */
final class TokenKind {
    /** What only an ID token has (OpenID Connect Core 2, 3.1.3.6, 3.3.2.11). */
    private static final List<String> MARKS_OF_AN_ID_TOKEN = List.of("nonce", "at_hash", "c_hash");

    private static final int PARTS = 3;

    private TokenKind() {}

    /** By RFC 9068 or, as Keycloak says it, by the claim {@code typ}. A token that is none is left to those who verify. */
    static boolean isForProgramsToBring(String token) {
        JsonObject head = part(token, 0).orElse(new JsonObject());
        JsonObject claims = part(token, 1).orElse(new JsonObject());
        if (String.valueOf(head.getValue("typ"))
                .toLowerCase(java.util.Locale.ROOT)
                .endsWith("at+jwt")) {
            return true;
        }
        return claims.containsKey("typ")
                ? "Bearer".equals(claims.getValue("typ"))
                : MARKS_OF_AN_ID_TOKEN.stream().noneMatch(claims::containsKey);
    }

    /** The session at the log-in server that a token belongs to. */
    static Optional<String> session(String token) {
        return part(token, 1).map(claims -> claims.getValue("sid")).map(String::valueOf);
    }

    /** In seconds of the epoch; 0 where the token does not say. */
    static long issued(String token) {
        return part(token, 1)
                .map(claims -> claims.getValue("iat"))
                .filter(Number.class::isInstance)
                .map(at -> ((Number) at).longValue())
                .orElse(0L);
    }

    private static Optional<JsonObject> part(String token, int which) {
        String[] parts = token.split("\\.");
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new JsonObject(new String(Base64.getUrlDecoder().decode(parts[which]), StandardCharsets.UTF_8)));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
