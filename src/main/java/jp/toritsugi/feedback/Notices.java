package jp.toritsugi.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.query.AskedPage;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.Paging;
import jp.toritsugi.query.SqlConditions;
import jp.toritsugi.query.TypedFilters;
import jp.toritsugi.referral.Outcome;
import jp.toritsugi.referral.Reason;

/** A person's own notices in the role they are at work in, newest first. */
@ApplicationScoped
public class Notices {
    private static final String OWN =
            "n.network = :network and n.user_name = :user and n.role = :role and n.institution = :institution";
    private static final String ROWS =
            """
            select n.id, n.event, n.kind, n.audience, n.at, n.diagnosis, n.referral, n.outcome, n.reason, n.read_at,
              i.name receiver, r.provision
            from notice n
              left join institution i on i.network = n.network and i.code = n.to_institution
              left join referral r on r.id = n.referral and :consults
            where\s""";

    private final EntityManager entities;
    private final Trail trail;
    private final Paging paging;
    private final Clock clock;

    Notices(EntityManager entities, Trail trail, Paging paging, Clock clock) {
        this.paging = paging;
        this.entities = entities;
        this.trail = trail;
        this.clock = clock;
    }

    /** For the first page: the newest few. */
    @Transactional
    public List<NoticeLine> latest(int most, Viewer viewer) {
        return named(rows(own(viewer), most, viewer), viewer);
    }

    /** As pages show them: with the firm, where the sheet lies open to the viewer now. */
    @Transactional
    List<NoticeLine> named(List<NoticeView> notices, Viewer viewer) {
        Map<UUID, String> firms = new HashMap<>();
        if (viewer.seesSheets() && !notices.isEmpty()) {
            List<?> found = entities.createNativeQuery(
                            "select d.id, d.enterprise_name from diagnosis_open d where d.id in (:ids)", Tuple.class)
                    .setParameter(
                            "ids",
                            notices.stream()
                                    .map(NoticeView::diagnosis)
                                    .distinct()
                                    .toList())
                    .getResultList();
            found.forEach(row -> firms.put(((Tuple) row).get(0, UUID.class), ((Tuple) row).get(1, String.class)));
            trail.write(TrailEvent.of(Action.LISTED, "notice", null, viewer.institution())
                    .with("rows", notices.size())
                    .with("ids", List.copyOf(firms.keySet())));
        }
        return notices.stream()
                .map(notice -> new NoticeLine(notice, firms.get(notice.diagnosis())))
                .toList();
    }

    @Transactional
    PageOf<NoticeView> page(MultivaluedMap<String, String> parameters, Viewer viewer) {
        Map<String, String> typed = TypedFilters.read(parameters, List.of("unread", "limit", "after"));
        AskedPage asked = paging.page("notice", viewer.seat(), typed);
        SqlConditions where = own(viewer);
        if ("true".equals(typed.get("unread"))) {
            where.add("n.read_at is null");
        }
        asked.after().ifPresent(place -> where.add("n.id < :after", "after", place.id(0)));
        return asked.of(rows(where, asked.oneMore(), viewer), notice -> List.of(notice.id()), Function.identity());
    }

    /** @throws NotFound for anybody else's */
    @Transactional
    NoticeView read(NoticeId id, Viewer viewer) {
        SqlConditions where = own(viewer);
        where.add("n.id = :id", "id", id.value());
        NoticeView notice = rows(where, 1, viewer).stream().findFirst().orElseThrow(() -> new NotFound("このお知らせ"));
        if (notice.isUnread()) {
            mark(where);
            trail.write(TrailEvent.of(Action.VIEWED, "notice", id.value(), viewer.institution())
                    .with("event", notice.event()));
        }
        return rows(where, 1, viewer).get(0);
    }

    @Transactional
    void readAll(Viewer viewer) {
        int marked = mark(own(viewer));
        if (marked > 0) {
            trail.write(TrailEvent.of(Action.VIEWED, "notice", null, viewer.institution())
                    .with("rows", marked));
        }
    }

    private int mark(SqlConditions where) {
        Query update = entities.createNativeQuery(
                "update notice n set read_at = :now where n.read_at is null and " + where.text());
        where.bindTo(update);
        return update.setParameter("now", clock.instant()).executeUpdate();
    }

    private static SqlConditions own(Viewer viewer) {
        SqlConditions where = new SqlConditions();
        where.add(OWN);
        where.bind("network", viewer.network());
        where.bind("user", viewer.userName());
        where.bind("role", viewer.role());
        where.bind("institution", viewer.institution());
        return where;
    }

    private List<NoticeView> rows(SqlConditions where, int most, Viewer viewer) {
        boolean consults = viewer.role().equals(Roles.CONSULTANT);
        Query question =
                entities.createNativeQuery(ROWS + where.text() + " order by n.id desc limit " + most, Tuple.class);
        where.bindTo(question);
        question.setParameter("consults", consults);
        List<?> found = question.getResultList();
        return found.stream().map(row -> view((Tuple) row, consults)).toList();
    }

    private static NoticeView view(Tuple row, boolean consults) {
        EventKind kind = EventKind.find(row.get("kind", String.class)).orElseThrow();
        String outcome = row.get("outcome", String.class);
        String reason = row.get("reason", String.class);
        UUID diagnosis = row.get("diagnosis", UUID.class);
        UUID provision = row.get("provision", UUID.class);
        String received = provision == null ? null : "/received/" + provision;
        return new NoticeView(
                row.get("id", UUID.class),
                row.get("event", UUID.class),
                kind,
                kind.words(
                        Audience.valueOf(row.get("audience", String.class).toUpperCase(java.util.Locale.ROOT)),
                        row.get("receiver", String.class),
                        outcome == null ? Reason.label(reason) : Outcome.label(outcome)),
                row.get("at", Instant.class),
                consults ? null : diagnosis,
                row.get("referral", UUID.class),
                outcome,
                reason,
                consults ? received : "/diagnoses/" + diagnosis,
                row.get("read_at", Instant.class));
    }
}
