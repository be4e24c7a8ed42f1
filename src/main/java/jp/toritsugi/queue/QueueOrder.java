package jp.toritsugi.queue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.query.AskedPage;
import jp.toritsugi.query.SqlConditions;

/**
 * The order of the queue as SQL: one piece per state and urgency, each in the order of an index, merged. So a page costs
 * the same however long the queue is; a sort over all of it would not.
 */
final class QueueOrder {
    private static final int HIGHEST = 3;
    private static final String FIRST_DAY = "cast('-infinity' as date)";
    private static final String LAST_DAY = "cast('infinity' as date)";
    private static final String BEGINNING =
            "cast('-infinity' as timestamptz), cast('00000000-0000-0000-0000-000000000000' as uuid)";
    private static final String BEHIND =
            "cast(:afterDue as date), cast(:afterSince as timestamptz), cast(:afterId as uuid)";

    private final QueueQuery query;
    private final AskedPage asked;
    private final QueuePosition after;
    private final LocalDate today;
    private final List<String> pieces = new ArrayList<>();

    QueueOrder(QueueQuery query, AskedPage asked, LocalDate today) {
        this.asked = asked;
        this.query = query;
        this.today = today;
        this.after = asked.after().map(QueuePosition::of).orElse(null);
        query.tab().states().forEach(this::pieces);
    }

    private void pieces(String state) {
        if (query.sort() == QueueSort.WAITING) {
            add(0, state, 0, FIRST_DAY, LAST_DAY);
            return;
        }
        for (int rank = HIGHEST; rank >= 0; rank--) {
            if (query.sort() == QueueSort.DEADLINE) {
                add(0, state, rank, FIRST_DAY, LAST_DAY);
            } else {
                add(HIGHEST - rank, state, rank, FIRST_DAY, day(today.minusDays(1)));
                add(2 * HIGHEST + 1 - rank, state, rank, day(today), LAST_DAY);
            }
        }
    }

    private static String day(LocalDate day) {
        return "cast('" + day + "' as date)";
    }

    /** @param group pieces of one group are merged, groups follow each other */
    private void add(int group, String state, int rank, String from, String to) {
        int reached = after == null ? -1 : groupReached();
        if (group < reached) {
            return;
        }
        String begin = group == reached ? BEHIND : from + ", " + BEGINNING;
        pieces.add("(" + group + ", '" + state + "', " + rank + ", " + begin + ", " + to + ")");
    }

    private int groupReached() {
        if (query.sort() != QueueSort.URGENCY) {
            return 0;
        }
        return (after.due().isBefore(today) ? HIGHEST : 2 * HIGHEST + 1) - after.rank();
    }

    /** @param where of {@code case_file}; what the order needs is bound to it */
    String select(SqlConditions where) {
        where.add(query.tab().condition());
        where.bind("limit", asked.oneMore());
        if (query.tab().condition().contains(":today")) {
            where.bind("today", today);
        }
        if (after != null) {
            where.bind(
                    "afterDue",
                    after.due().equals(LocalDate.MAX) ? "infinity" : after.due().toString());
            where.bind("afterSince", after.since());
            where.bind("afterId", after.id());
        }
        boolean waiting = query.sort() == QueueSort.WAITING;
        String keys = waiting ? "since, diagnosis" : "queue_due, since, diagnosis";
        String piece = waiting
                ? "state = p.state and (since, diagnosis) > (p.b_since, p.b_id)"
                : "state = p.state and rank = p.rank and (queue_due, since, diagnosis) > (p.b_due, p.b_since, p.b_id)"
                        + " and queue_due <= p.until";
        return "select x.diagnosis, x.queue_due, x.since, x.rank from (values " + String.join(", ", pieces)
                + ") p(part, state, rank, b_due, b_since, b_id, until) cross join lateral"
                + " (select diagnosis, queue_due, since, rank from case_file where " + piece + " and " + where.text()
                + " order by " + keys + " limit :limit) x order by p.part, x." + keys.replace(", ", ", x.")
                + " limit :limit";
    }
}
