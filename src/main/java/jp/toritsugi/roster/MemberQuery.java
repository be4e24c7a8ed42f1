package jp.toritsugi.roster;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.UUID;
import jp.toritsugi.problem.InvalidInput;

/**
 * Which people.
 *
 * @param words part of the name or the user name, or null
 * @param past whether periods that are over are listed too
 * @param after id behind which the page begins, or null
 */
record MemberQuery(String words, String institution, String role, boolean past, UUID after, int limit) {
    static final int USUAL = 50;
    private static final int MOST = 200;

    /** @throws InvalidInput naming the field that cannot be read */
    static MemberQuery of(MultivaluedMap<String, String> typed) {
        return new MemberQuery(
                text(typed, "q"),
                text(typed, "institution"),
                role(text(typed, "role")),
                "true".equals(text(typed, "past")),
                id(text(typed, "after")),
                limit(text(typed, "limit")));
    }

    private static String text(MultivaluedMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String role(String code) {
        if (code != null && !Remit.allRoles().contains(code)) {
            throw new InvalidInput("role", "役割の符号を確かめてください。");
        }
        return code;
    }

    private static UUID id(String after) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("after", "続きの位置を読み取れません。最初のページからやり直してください。");
        }
    }

    private static int limit(String typed) {
        if (typed == null) {
            return USUAL;
        }
        if (!typed.matches("[0-9]{1,3}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > MOST) {
            throw new InvalidInput("limit", "1から" + MOST + "までの件数を指定してください。");
        }
        return Integer.parseInt(typed);
    }
}
