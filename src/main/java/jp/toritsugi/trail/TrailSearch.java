package jp.toritsugi.trail;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.SqlConditions;

/** Finds entries of the trail, newest first. Whoever looks is in it as well. */
@ApplicationScoped
class TrailSearch {
    private static final int MOST = 200;
    private static final int USUAL = 50;

    private final EntityManager entities;
    private final ObjectMapper json;
    private final Trail trail;

    TrailSearch(EntityManager entities, ObjectMapper json, Trail trail) {
        this.entities = entities;
        this.json = json;
        this.trail = trail;
    }

    /** @throws InvalidInput for a filter that cannot be understood */
    @Transactional
    PageOf<TrailEntry> find(TrailQuery query, Viewer viewer) {
        int limit = limit(query.get("limit"));
        SqlConditions where = TrailConditions.of(query, viewer);
        if (query.get("after") != null) {
            TrailPosition.parse(query.get("after")).addTo(where);
        }
        Query rows = entities.createNativeQuery(
                "select " + TrailEntry.IN_SHORT + " from trail where " + where.text()
                        + " order by at desc, id desc limit :limit",
                Tuple.class);
        where.bindTo(rows);
        rows.setParameter("limit", limit + 1);
        List<TrailEntry> found = entries(rows);
        List<TrailEntry> page = found.subList(0, Math.min(limit, found.size()));
        trail.write(TrailEvent.of(Action.LISTED, "trail", null, ownInstitution(viewer))
                .with("rows", page.size())
                .with("filters", query.filters()));
        return new PageOf<>(
                page,
                found.size() > limit
                        ? TrailPosition.behind(page.get(page.size() - 1)).encoded()
                        : null);
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

    private static int limit(String typed) {
        if (typed == null) {
            return USUAL;
        }
        if (!typed.matches("[0-9]{1,3}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > MOST) {
            throw new InvalidInput("limit", "1から" + MOST + "までの件数を指定してください。");
        }
        return Integer.parseInt(typed);
    }
}
