package jp.toritsugi.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.query.SqlConditions;

/** Referrals within the viewer's reach: addressed to the consultant's institution, or of a case that lies open. */
@ApplicationScoped
class Referrals implements PanacheRepositoryBase<Referral, UUID> {
    private final CaseFiles files;

    Referrals(CaseFiles files) {
        this.files = files;
    }

    /** @throws NotFound out of the viewer's reach */
    Referral get(ReferralId id, Viewer viewer) {
        return read(id, viewer).orElseThrow(() -> new NotFound("この取次"));
    }

    /**
     * As {@link #get}; nobody else moves it until the transaction ends. Its case is held first (see this package's
     * description), and only then it is looked at: a consent taken back in between may have ended it, or the reach.
     */
    Referral locked(ReferralId id, Viewer viewer) {
        SqlConditions where = reach(viewer);
        where.add("id = :id", "id", id.value());
        var question = getEntityManager().createNativeQuery("select diagnosis from referral where " + where.text());
        where.bindTo(question);
        List<?> found = question.getResultList();
        if (!found.isEmpty()) {
            files.hold((UUID) found.get(0), false);
        }
        return get(id, viewer);
    }

    private Optional<Referral> read(ReferralId id, Viewer viewer) {
        SqlConditions where = reach(viewer);
        where.add("id = :id", "id", id.value());
        return rows(where, "", 1).stream().findFirst();
    }

    /** Of one case, oldest first. */
    List<Referral> of(UUID diagnosis, Viewer viewer) {
        SqlConditions where = reach(viewer);
        where.add("diagnosis = :diagnosis", "diagnosis", diagnosis);
        return rows(where, " order by requested_at, id", Integer.MAX_VALUE);
    }

    List<Referral> rows(SqlConditions where, String order, int limit) {
        var query = getEntityManager()
                .createNativeQuery("select * from referral where " + where.text() + order, Referral.class);
        where.bindTo(query);
        @SuppressWarnings("unchecked")
        List<Referral> found = query.setMaxResults(limit).getResultList();
        return found;
    }

    /** Open ones of a case, whoever asks: for what follows from an act on its sheet. */
    List<Referral> open(UUID diagnosis) {
        return list(
                "diagnosis = ?1 and state in ('requested', 'accepted', 'in-progress', 'on-hold') order by requestedAt",
                diagnosis);
    }

    /** Whether the record of what was given stands; where nothing left the institution there is none to fall. */
    boolean isStillProvided(Referral referral) {
        return referral.provision == null
                || (Boolean) getEntityManager()
                        .createNativeQuery(
                                "select exists (select from provision where id = :id and recalled_at is null)")
                        .setParameter("id", referral.provision)
                        .getSingleResult();
    }

    /** The same stands in the database as row-level security (V20261126_12). */
    static SqlConditions reach(Viewer viewer) {
        SqlConditions where = new SqlConditions();
        where.add("network = :network", "network", viewer.network());
        if (viewer.role().equals(Roles.CONSULTANT)) {
            where.add("to_institution in (:own) and recalled_at is null", "own", viewer.standsFor());
            return where;
        }
        if (viewer.confinedTo().isPresent()) {
            where.add("from_institution in (:own)", "own", viewer.standsFor());
        }
        // Row-level security of case_file confines it further: to a branch, to consents in force.
        where.add("exists (select from case_file c where c.diagnosis = referral.diagnosis)");
        return where;
    }
}
