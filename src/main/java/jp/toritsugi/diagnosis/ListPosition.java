package jp.toritsugi.diagnosis;

import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import jp.toritsugi.problem.InvalidInput;

/**
 * Where a page of a list ended, as the opaque text of {@code after}. By day it carries the day; by name only the id,
 * for names do not belong in addresses.
 */
record ListPosition(LocalDate day, UUID id) {

    static ListPosition behind(Tuple last) {
        return new ListPosition(last.get("interviewed_on", LocalDate.class), last.get("id", UUID.class));
    }

    /** @throws InvalidInput for a text that {@link #encoded} did not make */
    static ListPosition parse(String after) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.US_ASCII).split("~");
            return new ListPosition(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw new InvalidInput("after", "続きの位置を読み取れません。最初のページからやり直してください。");
        }
    }

    String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((day + "~" + id).getBytes(StandardCharsets.US_ASCII));
    }
}
