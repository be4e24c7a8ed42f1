package jp.toritsugi.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.query.SqlConditions;

/**
 * Which sheets lie open to a viewer: the one predicate behind lists, searches, counts and single sheets. The database
 * holds the same as row-level security (V20261125_34), for the day this is forgotten somewhere.
 */
@ApplicationScoped
class Reach {
    private static final String SECRETARIAT =
            """
            (shared or institution = :ownInstitution or entered_at = :ownInstitution
             or id in (select b.diagnosis from break_glass b where b.user_name = :viewer and b.ends_at > now()))""";

    private static final String GLASS =
            "select max(ends_at) from break_glass where diagnosis = :id and user_name = :viewer and ends_at > now()";

    private final EntityManager entities;

    Reach(EntityManager entities) {
        this.entities = entities;
    }

    /** For a query of {@code diagnosis_open}. */
    static void open(Viewer viewer, SqlConditions where) {
        network(viewer, where);
        if (viewer.confinedTo().isPresent()) {
            institutions(viewer, where);
        }
        where.addIfGiven("branch = :ownBranch", "ownBranch", viewer.branch());
        if (viewer.role().equals(Roles.COORDINATOR)) {
            where.add(SECRETARIAT, "ownInstitution", viewer.institution());
            where.bind("viewer", viewer.userName());
        }
    }

    /** For a query of {@code diagnosis_closed}. */
    static void network(Viewer viewer, SqlConditions where) {
        where.add("network = :network", "network", viewer.network());
    }

    /** By equality wherever it can be: only then does an index give the rows in the order of the list. */
    private static void institutions(Viewer viewer, SqlConditions where) {
        if (viewer.standsFor().size() == 1) {
            where.add("institution = :own", "own", viewer.institution());
        } else {
            where.add("institution in (:own)", "own", viewer.standsFor());
        }
    }

    /** Whether the viewer is shown this one. */
    boolean holds(Viewer viewer, Diagnosis diagnosis) {
        return isOpen(viewer, diagnosis)
                || isOfTheSecretariat(viewer, diagnosis)
                        && glassBrokenUntil(viewer, diagnosis).isPresent();
    }

    /** Whether it lies open without an emergency; only then may it be changed. */
    static boolean isOpen(Viewer viewer, Diagnosis diagnosis) {
        if (isOfTheSecretariat(viewer, diagnosis)) {
            return diagnosis.shared
                    || diagnosis.institution.equals(viewer.institution())
                    || diagnosis.enteredAt.equals(viewer.institution());
        }
        return viewer.seesSheets()
                && viewer.network().equals(diagnosis.network)
                && viewer.standsFor().contains(diagnosis.institution)
                && (viewer.branch() == null || viewer.branch().equals(diagnosis.branch));
    }

    /** When the viewer's 緊急閲覧 of it ends, if one is running. */
    Optional<Instant> glassBrokenUntil(Viewer viewer, Diagnosis diagnosis) {
        return Optional.ofNullable((Instant) entities.createNativeQuery(GLASS)
                .setParameter("id", diagnosis.id)
                .setParameter("viewer", viewer.userName())
                .getSingleResult());
    }

    private static boolean isOfTheSecretariat(Viewer viewer, Diagnosis diagnosis) {
        return viewer.role().equals(Roles.COORDINATOR) && viewer.network().equals(diagnosis.network);
    }
}
