package jp.toritsugi.trail;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Function;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.query.AskedPage;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.Paging;
import jp.toritsugi.query.SqlConditions;

/** Finds entries of the trail, newest first. Whoever looks is in it as well. */
@ApplicationScoped
class TrailSearch {
    private final EntityManager entities;
    private final ObjectMapper json;
    private final Trail trail;
    private final Paging paging;

    TrailSearch(EntityManager entities, ObjectMapper json, Trail trail, Paging paging) {
        this.paging = paging;
        this.entities = entities;
        this.json = json;
        this.trail = trail;
    }

    /** @throws InvalidInput for a filter that cannot be understood */
    @Transactional
    PageOf<TrailEntry> find(TrailQuery query, Viewer viewer) {
        AskedPage asked = paging.page("trail", viewer.seat(), query.typed());
        SqlConditions where = TrailConditions.of(query, viewer);
        asked.after().ifPresent(place -> {
            where.add("(at, id) < (:afterAt, :afterId)", "afterAt", place.moment(0));
            where.bind("afterId", place.bigNumber(1));
        });
        Query rows = entities.createNativeQuery(
                "select " + TrailEntry.IN_SHORT + " from trail where " + where.text()
                        + " order by at desc, id desc limit :limit",
                Tuple.class);
        where.bindTo(rows);
        rows.setParameter("limit", asked.oneMore());
        PageOf<TrailEntry> page =
                asked.of(entries(rows), entry -> List.of(entry.at(), entry.id()), Function.identity());
        trail.write(TrailEvent.of(Action.LISTED, "trail", null, ownInstitution(viewer))
                .with("rows", page.items().size())
                .with("filters", query.filters()));
        return page;
    }

    /** @throws NotFound out of the viewer's reach */
    @Transactional
    TrailEntry open(String id, Viewer viewer) {
        TrailEntry entry = id.matches("[0-9]{1,18}") ? find(Long.parseLong(id), viewer) : null;
        if (entry == null) {
            throw new NotFound("この証跡の記録");
        }
        trail.write(TrailEvent.of(Action.VIEWED, "trail", id, ownInstitution(viewer)));
        return entry;
    }

    private TrailEntry find(long id, Viewer viewer) {
        SqlConditions where = TrailConditions.within(viewer);
        where.add("id = :id", "id", id);
        Query row = entities.createNativeQuery(
                "select " + TrailEntry.WHOLE + " from trail where " + where.text(), Tuple.class);
        where.bindTo(row);
        return entries(row).stream().findFirst().orElse(null);
    }

    /** In hex: what the entry's own hash was made from, besides its text. */
    @Transactional
    String hashBefore(TrailEntry entry) {
        return (String) entities.createNativeQuery("select encode(trail_hash_before(:chain, :position), 'hex')")
                .setParameter("chain", entry.chain())
                .setParameter("position", entry.position())
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    private List<TrailEntry> entries(Query rows) {
        return ((List<Tuple>) rows.getResultList())
                .stream().map(row -> TrailEntry.of(row, json)).toList();
    }

    /** A manager's look at the trail is the institution's own affair; the auditor's is nobody's in particular. */
    static String ownInstitution(Viewer viewer) {
        return viewer.role().equals(jp.toritsugi.access.Roles.MANAGER) ? viewer.institution() : null;
    }
}
