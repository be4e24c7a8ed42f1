package jp.toritsugi.provision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.query.SqlConditions;

/** Records of provision within the viewer's reach: received ones for a consultant, given ones for those who see the sheet. */
@ApplicationScoped
class ProvisionRepository implements PanacheRepositoryBase<Provision, UUID> {
    private static final String ORDER = " order by provided_at desc, id";

    /** What the receiver may know of something that was taken back. */
    record Recalled(UUID id, String from, Instant providedAt, Instant recalledAt) {}

    /** That somebody of the receiving institution opened a provided case. */
    record View(UUID provision, Instant at, String institution) {}

    Optional<Provision> find(ProvisionId id, Viewer viewer) {
        SqlConditions where = reach(viewer);
        where.add("id = :id", "id", id.value());
        return rows(where, "", 1, 0).stream().findFirst();
    }

    /** Newest first. */
    List<Provision> list(Viewer viewer, UUID diagnosis, int limit, int skip) {
        SqlConditions where = reach(viewer);
        where.addIfGiven("diagnosis = :diagnosis", "diagnosis", diagnosis);
        return rows(where, ORDER, limit, skip);
    }

    /** Of several sheets, recalled ones too, oldest first. */
    List<Provision> ofSheets(List<UUID> diagnoses, Viewer viewer) {
        SqlConditions where = reach(viewer);
        where.add("diagnosis in (:diagnoses)", "diagnoses", diagnoses);
        return rows(where, " order by provided_at, id", Integer.MAX_VALUE, 0);
    }

    /** Of one sheet, whatever is not recalled yet. */
    List<Provision> open(UUID diagnosis) {
        return list("diagnosis = ?1 and recalledAt is null order by providedAt, id", diagnosis);
    }

    @SuppressWarnings("unchecked")
    List<Recalled> recalled() {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("select id, from_institution, provided_at, recalled_at from provision_recalled()")
                .getResultList();
        return rows.stream()
                .map(row -> new Recalled((UUID) row[0], (String) row[1], (Instant) row[2], (Instant) row[3]))
                .toList();
    }

    @SuppressWarnings("unchecked")
    List<View> views(List<UUID> provisions) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("select provision, at, institution from provision_views(:provisions)")
                .setParameter("provisions", provisions.toArray(new UUID[0]))
                .getResultList();
        return rows.stream()
                .map(row -> new View((UUID) row[0], (Instant) row[1], (String) row[2]))
                .toList();
    }

    /** The same stands in the database as row-level security (V20261125_56). */
    private static SqlConditions reach(Viewer viewer) {
        SqlConditions where = new SqlConditions();
        where.add("network = :network", "network", viewer.network());
        if (viewer.role().equals(Roles.CONSULTANT)) {
            where.add("to_institution in (:own) and recalled_at is null", "own", viewer.standsFor());
            return where;
        }
        // Whoever sees the sheet; this view knows nobody but officers, managers and the secretariat.
        where.add("diagnosis in (select d.id from diagnosis_open d)");
        if (viewer.confinedTo().isPresent()) {
            where.add("from_institution in (:own)", "own", viewer.standsFor());
        }
        return where;
    }

    @SuppressWarnings("unchecked")
    private List<Provision> rows(SqlConditions where, String order, int limit, int skip) {
        var query = getEntityManager()
                .createNativeQuery("select * from provision where " + where.text() + order, Provision.class);
        where.bindTo(query);
        return query.setMaxResults(limit).setFirstResult(skip).getResultList();
    }
}
