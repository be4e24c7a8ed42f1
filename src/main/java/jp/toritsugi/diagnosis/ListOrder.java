package jp.toritsugi.diagnosis;

import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.query.Place;
import jp.toritsugi.query.SqlConditions;

/**
 * In which order a list of sheets is read, and where a page of it ended. By name; by day; and where closed rows are among
 * them by month, within a month the open ones by day and behind them the closed ones, by a number that says nothing: between
 * two open ones, a row would tell its day.
 */
enum ListOrder {
    NAME {
        @Override
        String select(SqlConditions open, SqlConditions closed) {
            return OPEN.formatted(open.text(), "sort_name collate \"ja-x-icu\", id");
        }

        @Override
        List<?> keys(Tuple row) {
            return List.of(row.get("id", UUID.class));
        }

        @Override
        void after(Place place, SqlConditions open, SqlConditions closed) {
            open.add(
                    "(sort_name collate \"ja-x-icu\", id) > (select d.sort_name, d.id from diagnosis d where d.id = :afterId)",
                    "afterId",
                    place.id(0));
        }
    },
    DAY {
        @Override
        String select(SqlConditions open, SqlConditions closed) {
            return OPEN.formatted(open.text(), "interviewed_on desc, id desc");
        }

        @Override
        List<?> keys(Tuple row) {
            return List.of(row.get("interviewed_on", LocalDate.class), row.get("id", UUID.class));
        }

        @Override
        void after(Place place, SqlConditions open, SqlConditions closed) {
            open.add("(interviewed_on, id) < (:afterDay, :afterId)", "afterDay", place.day(0));
            open.bind("afterId", place.id(1));
        }
    },
    MONTH {
        @Override
        String select(SqlConditions open, SqlConditions closed) {
            return "select * from ((" + OPEN.formatted(open.text(), "interviewed_on desc, id desc")
                    + ") union all (" + CLOSED.formatted(closed.text())
                    + ")) l order by interviewed_in desc, open desc, interviewed_on desc, id desc limit :limit";
        }

        @Override
        List<?> keys(Tuple row) {
            boolean open = row.get("open", Boolean.class);
            return List.of(
                    open ? "open" : "closed",
                    row.get(open ? "interviewed_on" : "interviewed_in", LocalDate.class),
                    row.get("id", UUID.class));
        }

        @Override
        void after(Place place, SqlConditions open, SqlConditions closed) {
            LocalDate day = place.day(1);
            LocalDate month = day.withDayOfMonth(1);
            if (place.text(0).equals("open")) {
                DAY.after(new Place(place.keys().subList(1, 3)), open, closed);
                closed.add("interviewed_in <= :afterMonth", "afterMonth", month);
            } else {
                open.add("interviewed_on < :afterMonth", "afterMonth", month);
                closed.add("(interviewed_in, id) < (:afterMonth, :afterId)", "afterMonth", month);
                closed.bind("afterId", place.id(2));
            }
        }
    };

    private static final String OPEN = "select " + DiagnosisLine.COLUMNS
            + ", true as open, interviewed_on - (cast(extract(day from interviewed_on) as int) - 1) as interviewed_in"
            + " from diagnosis_open where %s order by %s limit :limit";
    private static final String CLOSED = "select " + DiagnosisLine.CLOSED_COLUMNS
            + ", false as open, interviewed_in from diagnosis_closed where %s order by interviewed_in desc, id desc limit :limit";

    /** A page; the limit is {@code :limit}. */
    abstract String select(SqlConditions open, SqlConditions closed);

    abstract List<?> keys(Tuple row);

    /** Goes on behind a place. @param closed null where there are none */
    abstract void after(Place place, SqlConditions open, SqlConditions closed);
}
