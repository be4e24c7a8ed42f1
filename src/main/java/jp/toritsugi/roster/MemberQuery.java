package jp.toritsugi.roster;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.SearchWords;
import jp.toritsugi.query.TypedFilters;

/**
 * Which people.
 *
 * @param words part of the name or the user name, or null
 * @param past whether periods that are over are listed too
 * @param typed all of it as it was typed
 */
record MemberQuery(String words, String institution, String role, boolean past, Map<String, String> typed) {
    private static final List<String> NAMES = List.of("q", "institution", "role", "past", "limit", "after");

    /** @throws InvalidInput naming the field that cannot be read */
    static MemberQuery of(MultivaluedMap<String, String> parameters) {
        Map<String, String> typed = TypedFilters.read(parameters, NAMES);
        return new MemberQuery(
                words(typed.get("q")),
                typed.get("institution"),
                role(typed.get("role")),
                "true".equals(typed.get("past")),
                typed);
    }

    /** One text, for names are written with a space between. */
    private static String words(String text) {
        if (text != null) {
            SearchWords.of("q", text);
        }
        return text;
    }

    private static String role(String code) {
        if (code != null && !Remit.allRoles().contains(code)) {
            throw new InvalidInput("role", "役割の符号を確かめてください。");
        }
        return code;
    }
}
