package jp.toritsugi.samefirm;

import java.util.UUID;
import jp.toritsugi.problem.NotFound;

/** Id of a pair of sheets. Anything else in its place is a page that does not exist. */
record PairId(UUID value) {
    public static PairId fromString(String text) {
        try {
            return new PairId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound("この組");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
