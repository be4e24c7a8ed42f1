package jp.toritsugi.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Where the page before ended: the keys of its last line, in the order of the list. We made them, so they are sound. */
public record Place(List<String> keys) {
    public String text(int key) {
        return keys.get(key);
    }

    public int number(int key) {
        return Integer.parseInt(keys.get(key));
    }

    public long bigNumber(int key) {
        return Long.parseLong(keys.get(key));
    }

    public LocalDate day(int key) {
        return LocalDate.parse(keys.get(key));
    }

    public Instant moment(int key) {
        return Instant.parse(keys.get(key));
    }

    public UUID id(int key) {
        return UUID.fromString(keys.get(key));
    }
}
