package jp.toritsugi.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.query.SqlConditions;
import jp.toritsugi.sheet.SheetContent;

/**
 * Many sheets of the viewer's own institution with their contents, in one question each. Whoever hands on what they get
 * writes that into the trail themselves.
 */
@ApplicationScoped
public class SheetsAtOnce {
    private static final String SHEETS =
            """
            select d.id, d.revision, d.network, d.institution, d.age, d.leaf, d.leaf_state, cast(r.content as text) content
            from diagnosis_open d
            join diagnosis_revision r on r.diagnosis = d.id and r.revision = d.revision where\s""";

    /** Of a firm with several sheets the latest. */
    private static final String LATEST =
            """
            and not exists (select from diagnosis_open later where later.network = d.network
              and later.institution = d.institution and later.firm_key = d.firm_key and later.status = 'recorded'
              and (later.interviewed_on, later.id) > (d.interviewed_on, d.id))
            order by d.interviewed_on desc, d.id limit :firms""";

    private final EntityManager entities;
    private final SheetContent content;

    SheetsAtOnce(EntityManager entities, SheetContent content) {
        this.entities = entities;
        this.content = content;
    }

    /** Those of these that are the own institution's and were not taken back. */
    @Transactional
    public List<OpenSheet> of(Collection<UUID> ids, Viewer viewer) {
        if (ids.isEmpty()) {
            return List.of();
        }
        SqlConditions where = own(viewer);
        where.add("d.id in (:ids)", "ids", ids);
        return read(SHEETS + where.text(), where, null);
    }

    /** The latest sheet of each firm the own institution visited last. @param firms how many firms */
    @Transactional
    public List<OpenSheet> latest(int firms, Viewer viewer) {
        SqlConditions where = own(viewer);
        return read(SHEETS + where.text() + " " + LATEST, where, firms);
    }

    /** Which of these ids are sheets within reach, and at which revision they stand. */
    @Transactional
    public Map<UUID, Integer> revisions(Collection<UUID> ids, Viewer viewer) {
        Map<UUID, Integer> found = new HashMap<>();
        if (!ids.isEmpty()) {
            SqlConditions where = new SqlConditions();
            Reach.open(viewer, where);
            where.add("id in (:ids)", "ids", ids);
            Query rows = entities.createNativeQuery(
                    "select id, revision from diagnosis_open where " + where.text(), Tuple.class);
            where.bindTo(rows);
            for (Object row : rows.getResultList()) {
                Tuple one = (Tuple) row;
                found.put(one.get("id", UUID.class), one.get("revision", Integer.class));
            }
        }
        return found;
    }

    private static SqlConditions own(Viewer viewer) {
        SqlConditions where = new SqlConditions();
        where.add("d.network = :network", "network", viewer.network());
        where.add("d.institution in (:own)", "own", viewer.standsFor());
        where.addIfGiven("d.branch = :ownBranch", "ownBranch", viewer.branch());
        where.add("d.status = :status", "status", "recorded");
        return where;
    }

    private List<OpenSheet> read(String text, SqlConditions where, Integer firms) {
        Query rows = entities.createNativeQuery(text, Tuple.class);
        where.bindTo(rows);
        if (firms != null) {
            rows.setParameter("firms", firms);
        }
        List<?> found = rows.getResultList();
        return found.stream().map(row -> sheet((Tuple) row)).toList();
    }

    private OpenSheet sheet(Tuple row) {
        Number age = (Number) row.get("age");
        UUID id = row.get("id", UUID.class);
        return new OpenSheet(
                id,
                row.get("revision", Integer.class),
                row.get("network", String.class),
                row.get("institution", String.class),
                false,
                Receipt.of(new DiagnosisId(id)),
                content.read(row.get("content", String.class)),
                age == null ? null : age.intValue(),
                row.get("leaf", String.class),
                row.get("leaf_state", String.class));
    }
}
