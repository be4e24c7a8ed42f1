package jp.toritsugi.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.SqlConditions;

/** What falls due to be looked at again, within the viewer's reach, the longest due first. */
@ApplicationScoped
public class FollowUps {
    private static final String ROWS =
            """
            select c.diagnosis, c.institution, d.enterprise_name, d.representative_name, d.interviewed_on, d.leaf,
              d.leaf_state, c.rule, c.review_on
            from case_file c join diagnosis_open d on d.id = c.diagnosis where\s""";

    private final EntityManager entities;
    private final Trail trail;
    private final Clock clock;

    FollowUps(EntityManager entities, Trail trail, Clock clock) {
        this.entities = entities;
        this.trail = trail;
        this.clock = clock;
    }

    /** How many there are by when. */
    public record Counts(long due, long month, long quarter, long all) {}

    /** How many are due today. */
    @Transactional
    public long due(Viewer viewer) {
        return viewer.seesSheets() ? count(viewer, today()) : 0;
    }

    @Transactional
    Counts counts(Viewer viewer) {
        LocalDate today = today();
        return new Counts(
                count(viewer, today),
                count(viewer, today.plusMonths(1)),
                count(viewer, today.plusMonths(3)),
                count(viewer, null));
    }

    private long count(Viewer viewer, LocalDate until) {
        SqlConditions where = reach(viewer, until);
        var question = entities.createNativeQuery("select count(*) from case_file c where " + where.text());
        where.bindTo(question);
        return ((Number) question.getSingleResult()).longValue();
    }

    /**
     * One page.
     *
     * @param until last day to come; null = all
     * @param after where the page before ended, or null
     */
    @Transactional
    PageOf<FollowUp> page(LocalDate until, int limit, String after, Viewer viewer) {
        SqlConditions where = reach(viewer, until);
        if (after != null) {
            String[] parts = after.split("_");
            try {
                where.add("(c.review_on, c.diagnosis) > (:day, :id)");
                where.bind("day", LocalDate.parse(parts[0]));
                where.bind("id", UUID.fromString(parts[1]));
            } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new InvalidInput("after", "前の答えの next をそのまま指定してください。");
            }
        }
        var question = entities.createNativeQuery(
                ROWS + where.text() + " order by c.review_on, c.diagnosis limit " + (limit + 1), Tuple.class);
        where.bindTo(question);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = question.getResultList();
        LocalDate today = today();
        List<FollowUp> page =
                rows.stream().limit(limit).map(row -> row(row, today)).toList();
        trail.write(TrailEvent.of(Action.LISTED, "case", null, null)
                .with("ids", page.stream().map(FollowUp::diagnosis).toList()));
        FollowUp last = page.isEmpty() ? null : page.get(page.size() - 1);
        return new PageOf<>(page, rows.size() > limit ? last.reviewOn() + "_" + last.diagnosis() : null);
    }

    private static FollowUp row(Tuple row, LocalDate today) {
        LocalDate reviewOn = day(row.get("review_on"));
        return new FollowUp(
                (UUID) row.get("diagnosis"),
                (String) row.get("institution"),
                (String) row.get("enterprise_name"),
                (String) row.get("representative_name"),
                day(row.get("interviewed_on")),
                (String) row.get("leaf"),
                (String) row.get("leaf_state"),
                (String) row.get("rule"),
                reviewOn,
                !reviewOn.isAfter(today));
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }

    /** The same stands in the database as row-level security of {@code case_file}. */
    private static SqlConditions reach(Viewer viewer, LocalDate until) {
        SqlConditions where = new SqlConditions();
        where.add("c.state = 'watch' and c.review_on is not null");
        where.add("c.network = :network", "network", viewer.network());
        if (viewer.confinedTo().isPresent()) {
            where.add("c.institution in (:own)", "own", viewer.standsFor());
            where.addIfGiven("c.branch = :branch", "branch", viewer.branch());
        } else {
            where.add("(c.shared or c.institution = :own)", "own", viewer.institution());
        }
        where.addIfGiven("c.review_on <= :until", "until", until);
        return where;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
