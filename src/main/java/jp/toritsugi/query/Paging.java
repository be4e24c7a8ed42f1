package jp.toritsugi.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import jp.toritsugi.problem.InvalidInput;

/** Lists read page by page, by keys: {@code limit} and {@code after} of every list are understood here. */
@ApplicationScoped
public class Paging {
    /** Lines of a page at most. */
    public static final int MOST = 200;

    private static final int USUAL = 50;
    private static final String LIMIT = "limit";
    private static final String AFTER = "after";

    private final Cursors cursors;

    Paging(Cursors cursors) {
        this.cursors = cursors;
    }

    /**
     * One page of a list.
     *
     * @param list its name; places of one list are none in another
     * @param seat whose page it is: a place opens for nobody else
     * @param typed everything asked, {@code limit} and {@code after} too; a place opens for the same filters only
     * @throws InvalidInput for a limit that is no number from 1 to {@link #MOST}, and for a foreign or altered place
     */
    public AskedPage page(String list, String seat, Map<String, String> typed) {
        return page(list, seat, typed, USUAL);
    }

    /** @param usual lines of a page where no limit is given */
    public AskedPage page(String list, String seat, Map<String, String> typed, int usual) {
        Map<String, String> filters = new TreeMap<>(typed);
        String limit = filters.remove(LIMIT);
        String after = filters.remove(AFTER);
        String bound = list + "\n" + seat + "\n" + filters;
        Place place =
                after == null ? null : new Place(cursors.open(bound, after).orElseThrow(Paging::foreign));
        return new AskedPage(limit == null ? usual : limit(limit), place, keys -> cursors.seal(bound, keys));
    }

    static InvalidInput foreign() {
        return new InvalidInput(AFTER, "続きの位置を読み取れません。最初のページからやり直してください。");
    }

    private static int limit(String typed) {
        if (!typed.matches("[0-9]{1,3}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > MOST) {
            throw new InvalidInput(LIMIT, "1から" + MOST + "までの件数を指定してください。");
        }
        return Integer.parseInt(typed);
    }
}
