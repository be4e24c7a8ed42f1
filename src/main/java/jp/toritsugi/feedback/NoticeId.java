package jp.toritsugi.feedback;

import java.util.UUID;
import jp.toritsugi.problem.NotFound;

/** Number of a notice; nonsense in an address is a 404. */
record NoticeId(UUID value) {
    public static NoticeId fromString(String text) {
        try {
            return new NoticeId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound("このお知らせ");
        }
    }
}
