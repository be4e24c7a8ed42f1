package jp.toritsugi.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The page somebody asked for, and how the one behind it will be named. */
public final class AskedPage {
    private final int limit;
    private final Place after;
    private final Function<List<String>, String> seal;

    AskedPage(int limit, Place after, Function<List<String>, String> seal) {
        this.limit = limit;
        this.after = after;
        this.seal = seal;
    }

    public int limit() {
        return limit;
    }

    /** How many to look for: one more than are shown tells that there is another page. */
    public int oneMore() {
        return limit + 1;
    }

    /** Where the page before ended; empty for the first page. */
    public Optional<Place> after() {
        return Optional.ofNullable(after);
    }

    /**
     * The page, of at most {@link #oneMore} lines found.
     *
     * @param keys of a line, in the order of the list
     * @param view a line as it is shown
     */
    public <R, V> PageOf<V> of(List<R> found, Function<R, List<?>> keys, Function<R, V> view) {
        List<R> shown = found.subList(0, Math.min(limit, found.size()));
        return new PageOf<>(
                shown.stream().map(view).toList(),
                found.size() > limit ? sealed(keys.apply(shown.get(shown.size() - 1))) : null);
    }

    private String sealed(List<?> keys) {
        return seal.apply(keys.stream().map(String::valueOf).toList());
    }
}
