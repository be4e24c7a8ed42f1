package jp.toritsugi.inbox;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.TypedFilters;

/**
 * Which part of the inbox.
 *
 * @param mine only what the viewer holds, and of what has ended, where the viewer had a hand in
 * @param page from 1
 */
record InboxQuery(Group group, boolean mine, int page) {
    static final int ROWS = 50;
    private static final List<String> NAMES = List.of("group", "mine", "page");

    static InboxQuery of(MultivaluedMap<String, String> parameters) {
        Map<String, String> typed = TypedFilters.read(parameters, NAMES);
        Group group = Group.find(typed.getOrDefault("group", Group.NEW.code()))
                .orElseThrow(() -> new InvalidInput("group", "この区分はありません。"));
        String page = typed.getOrDefault("page", "1");
        if (!page.matches("[1-9][0-9]{0,4}")) {
            throw new InvalidInput("page", "ページは1からの数で指定してください。");
        }
        return new InboxQuery(group, "true".equals(typed.get("mine")), Integer.parseInt(page));
    }

    /** Where another part lies; its first page. */
    static String address(Group group, boolean mine) {
        return "/received?group=" + group.code() + (mine ? "&mine=true" : "");
    }

    String address(int otherPage) {
        return address(group, mine) + "&page=" + otherPage;
    }
}
