package jp.toritsugi.problem;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the database said, found wherever frameworks have wrapped it. */
public final class DatabaseWords {
    private DatabaseWords() {}

    /** All that led to it, and what happened beside: a failed commit tells its reason there. */
    static Stream<Throwable> behind(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(thrown);
        Stream.Builder<Throwable> found = Stream.builder();
        while (!open.isEmpty()) {
            Throwable one = open.poll();
            if (seen.add(one)) {
                found.add(one);
                if (one.getCause() != null) {
                    open.add(one.getCause());
                }
                Collections.addAll(open, one.getSuppressed());
                if (one instanceof SQLException sql && sql.getNextException() != null) {
                    open.add(sql.getNextException());
                }
            }
        }
        return found.build();
    }

    static <T> Optional<T> first(Throwable thrown, Function<SQLException, Optional<T>> told) {
        return behind(thrown)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .map(told)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether the database ended the transaction for another's sake, and the same work may simply be done anew. */
    public static boolean sayOnceMore(Throwable thrown) {
        return first(
                        thrown,
                        sql -> "40P01".equals(sql.getSQLState()) || "40001".equals(sql.getSQLState())
                                ? Optional.of(true)
                                : Optional.empty())
                .isPresent();
    }
}
