package jp.toritsugi.queue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import jp.toritsugi.problem.InvalidInput;

/**
 * Where a page of the queue ended, as the opaque text of {@code after}.
 *
 * @param due {@link LocalDate#MAX} where nothing is waited for
 */
record QueuePosition(int rank, LocalDate due, Instant since, UUID id) {

    /** @throws InvalidInput for a text that {@link #encoded} did not make */
    static QueuePosition parse(String after) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.US_ASCII).split("~");
            return new QueuePosition(
                    Integer.parseInt(parts[0]),
                    parts[1].equals("never") ? LocalDate.MAX : LocalDate.parse(parts[1]),
                    Instant.parse(parts[2]),
                    UUID.fromString(parts[3]));
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw new InvalidInput("after", "続きの位置を読み取れません。最初のページからやり直してください。");
        }
    }

    String encoded() {
        String text = rank + "~" + (due.equals(LocalDate.MAX) ? "never" : due) + "~" + since + "~" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
