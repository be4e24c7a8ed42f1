package jp.toritsugi.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.query.AskedPage;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.Paging;
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
    private final Paging paging;
    private final Clock clock;

    FollowUps(EntityManager entities, Trail trail, Paging paging, Clock clock) {
        this.paging = paging;
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
     * @param typed what was asked, with {@code limit} and {@code after}
     */
    @Transactional
    PageOf<FollowUp> page(LocalDate until, Map<String, String> typed, Viewer viewer) {
        AskedPage asked = paging.page("follow-up", viewer.seat(), typed);
        SqlConditions where = reach(viewer, until);
        asked.after().ifPresent(place -> {
            where.add("(c.review_on, c.diagnosis) > (:day, :id)", "day", place.day(0));
            where.bind("id", place.id(1));
        });
        var question = entities.createNativeQuery(
                ROWS + where.text() + " order by c.review_on, c.diagnosis limit " + asked.oneMore(), Tuple.class);
        where.bindTo(question);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = question.getResultList();
        LocalDate today = today();
        PageOf<FollowUp> page = asked.of(
                rows.stream().map(row -> row(row, today)).toList(),
                one -> List.of(one.reviewOn(), one.diagnosis()),
                Function.identity());
        trail.write(TrailEvent.of(Action.LISTED, "case", null, null)
                .with("rows", page.items().size())
                .with("ids", page.items().stream().map(FollowUp::diagnosis).toList()));
        return page;
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
