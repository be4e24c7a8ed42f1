package jp.toritsugi.trail;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.SqlConditions;

/** Where a page of the trail ended, as the opaque text of {@code after}. */
record TrailPosition(Instant at, long id) {

    static TrailPosition behind(TrailEntry last) {
        return new TrailPosition(last.at(), last.id());
    }

    /** @throws InvalidInput for a text that {@link #encoded} did not make */
    static TrailPosition parse(String after) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.US_ASCII).split("~");
            return new TrailPosition(
                    Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), Long.parseLong(parts[1]));
        } catch (IllegalArgumentException
                | DateTimeException
                | ArithmeticException
                | ArrayIndexOutOfBoundsException e) {
            throw new InvalidInput("after", "続きの位置を読み取れません。最初のページからやり直してください。");
        }
    }

    void addTo(SqlConditions where) {
        where.add("(at, id) < (:afterAt, :afterId)", "afterAt", at);
        where.bind("afterId", id);
    }

    String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        (ChronoUnit.MICROS.between(Instant.EPOCH, at) + "~" + id).getBytes(StandardCharsets.US_ASCII));
    }
}
