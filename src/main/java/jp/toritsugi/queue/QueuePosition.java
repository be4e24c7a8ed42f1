package jp.toritsugi.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.query.Place;

/**
 * Where a page of the queue ended.
 *
 * @param due {@link LocalDate#MAX} where nothing is waited for
 */
record QueuePosition(int rank, LocalDate due, Instant since, UUID id) {
    private static final String NEVER = "never";

    static QueuePosition of(Place place) {
        return new QueuePosition(
                place.number(0),
                place.text(1).equals(NEVER) ? LocalDate.MAX : place.day(1),
                place.moment(2),
                place.id(3));
    }

    List<?> keys() {
        return List.of(rank, due.equals(LocalDate.MAX) ? NEVER : due, since, id);
    }
}
