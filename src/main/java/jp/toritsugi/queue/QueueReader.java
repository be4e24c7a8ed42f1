package jp.toritsugi.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.query.AskedPage;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.Paging;
import jp.toritsugi.query.SqlConditions;
import jp.toritsugi.referral.CaseClock;
import jp.toritsugi.referral.CaseState;

/** The queue read page by page, within the viewer's reach. */
@ApplicationScoped
class QueueReader {
    private static final String ROWS =
            """
            select c.diagnosis, d.enterprise_name, c.municipality, c.institution, c.state, c.returned, c.urgency, c.rank,
              c.leaf, c.leaf_state, c.since, nullif(c.queue_due, 'infinity') due_on, c.proposed, c.additional, c.shared,
              'G2' = any (c.gates) some_blocked, case when c.held_until > :now then c.holder_name end holder, c.version
            from case_file c join diagnosis d on d.id = c.diagnosis where c.diagnosis in (:ids)""";

    private final EntityManager entities;
    private final QueueConditions conditions;
    private final IndexOrder index;
    private final Register register;
    private final Municipalities municipalities;
    private final CaseClock caseClock;
    private final Trail trail;
    private final Paging paging;
    private final Clock clock;

    QueueReader(
            EntityManager entities,
            QueueConditions conditions,
            IndexOrder index,
            Register register,
            Municipalities municipalities,
            CaseClock caseClock,
            Trail trail,
            Paging paging,
            Clock clock) {
        this.paging = paging;
        this.entities = entities;
        this.conditions = conditions;
        this.index = index;
        this.register = register;
        this.municipalities = municipalities;
        this.caseClock = caseClock;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    PageOf<QueueLine> page(QueueQuery query, Viewer viewer) {
        AskedPage page = paging.page("case", viewer.seat(), query.typed());
        SqlConditions where = conditions.of(query, viewer);
        Query asked = entities.createNativeQuery(
                new QueueOrder(query, page, LocalDate.now(clock)).select(where), Tuple.class);
        where.bindTo(asked);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = index.within(asked::getResultList);
        PageOf<UUID> found = page.of(rows, row -> position(row).keys(), row -> row.get("diagnosis", UUID.class));
        List<QueueLine> lines = lines(found.items(), viewer);
        listed(query, lines, viewer);
        return new PageOf<>(lines, found.next());
    }

    /** A list of which it is known that nothing stands on it; that somebody looked stands in the trail all the same. */
    @Transactional
    PageOf<QueueLine> nothing(QueueQuery query, Viewer viewer) {
        listed(query, List.of(), viewer);
        return new PageOf<>(List.of(), null);
    }

    private void listed(QueueQuery query, List<QueueLine> lines, Viewer viewer) {
        trail.write(
                TrailEvent.of(Action.LISTED, "case", null, viewer.confinedTo().orElse(null))
                        .with("rows", lines.size())
                        .with("filters", query.with("after", null).typed())
                        .with("ids", lines.stream().map(QueueLine::diagnosis).toList()));
    }

    private static QueuePosition position(Tuple row) {
        return new QueuePosition(
                row.get("rank", Number.class).intValue(),
                due(row.get("queue_due")),
                row.get("since", Instant.class),
                row.get("diagnosis", UUID.class));
    }

    /** The driver tells infinity as a day far away. */
    private static LocalDate due(Object day) {
        LocalDate due = day instanceof java.sql.Date sql ? sql.toLocalDate() : (LocalDate) day;
        return due.getYear() > 9999 ? LocalDate.MAX : due;
    }

    /** Those of the cases that the viewer reaches, in the order of the ids. */
    @Transactional
    List<QueueLine> lines(Collection<UUID> ids, Viewer viewer) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Query asked = entities.createNativeQuery(ROWS, Tuple.class)
                .setParameter("now", clock.instant())
                .setParameter("ids", ids);
        Map<String, String> institutions = register.institutions(viewer.network()).stream()
                .collect(Collectors.toMap(Institution::code, Institution::name, (a, b) -> a));
        @SuppressWarnings("unchecked")
        List<Tuple> rows = asked.getResultList();
        Map<UUID, QueueLine> found = rows.stream()
                .map(row -> line(row, institutions))
                .collect(Collectors.toMap(QueueLine::diagnosis, Function.identity()));
        return ids.stream().map(found::get).filter(line -> line != null).toList();
    }

    private QueueLine line(Tuple row, Map<String, String> institutions) {
        CaseState state = CaseState.of(row.get("state", String.class));
        Object day = row.get("due_on");
        LocalDate due = day == null ? null : due(day);
        String municipality = row.get("municipality", String.class);
        String institution = row.get("institution", String.class);
        Instant since = row.get("since", Instant.class);
        return new QueueLine(
                row.get("diagnosis", UUID.class),
                row.get("enterprise_name", String.class),
                municipality,
                municipality == null ? null : municipalities.nameOf(municipality),
                institution,
                institutions.getOrDefault(institution, institution),
                state,
                state.label(),
                row.get("returned", Boolean.class),
                row.get("urgency", String.class),
                row.get("leaf", String.class),
                row.get("leaf_state", String.class),
                since,
                caseClock.waited(since),
                due,
                caseClock.daysOver(due),
                caseClock.step(due),
                row.get("proposed", String.class),
                Arrays.asList(row.get("additional", String[].class)),
                consent(row),
                row.get("holder", String.class),
                row.get("version", Integer.class));
    }

    private static String consent(Tuple row) {
        if (!row.get("shared", Boolean.class)) {
            return "none";
        }
        return row.get("some_blocked", Boolean.class) ? "some" : "all";
    }
}
