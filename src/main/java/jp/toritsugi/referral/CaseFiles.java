package jp.toritsugi.referral;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.recommendation.RecommendationView;

/** Cases within the viewer's reach: their own institution's, and for the secretariat those with a consent in force. */
@ApplicationScoped
class CaseFiles implements PanacheRepositoryBase<CaseFile, UUID> {
    private static final String OPEN = "select case_open(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FOLLOW = "select case_follow_referrals(?, ?, ?, ?)";

    private final AgroalDataSource database;

    CaseFiles(AgroalDataSource database) {
        this.database = database;
    }

    /** @throws NotFound out of the viewer's reach */
    CaseFile get(DiagnosisId id, Viewer viewer) {
        return within(findById(id.value()), viewer);
    }

    /** As {@link #get}; empty out of the viewer's reach, and for a sheet without a case. */
    Optional<CaseFile> find(UUID diagnosis, Viewer viewer) {
        return findByIdOptional(diagnosis).filter(file -> reaches(file, viewer));
    }

    /**
     * Holds a case, and its sheet where that is wanted, until the transaction ends, also for somebody who may not see them.
     * The first thing to do for whoever moves a case or a referral: see the order of locks in this package's description.
     */
    void hold(UUID diagnosis, boolean withSheet) {
        getEntityManager()
                .createNativeQuery("select cast(case_lock(:id, :sheet) as text)")
                .setParameter("id", diagnosis)
                .setParameter("sheet", withSheet)
                .getResultList();
    }

    /** Nobody changes the sheet until the transaction ends; many may hold it so at once. */
    void holdStill(UUID diagnosis) {
        getEntityManager()
                .createNativeQuery("select cast(sheet_hold_still(:id) as text)")
                .setParameter("id", diagnosis)
                .getResultList();
    }

    /** As {@link #get}; nobody else changes it until the transaction ends, so of two who take it one sees the other. */
    CaseFile locked(DiagnosisId id, Viewer viewer) {
        return within(findById(id.value(), LockModeType.PESSIMISTIC_WRITE), viewer);
    }

    /** Without regard to reach, as far as the database shows it: for what follows from somebody else's act. */
    CaseFile any(UUID diagnosis) {
        return findById(diagnosis, LockModeType.PESSIMISTIC_WRITE);
    }

    private static CaseFile within(CaseFile file, Viewer viewer) {
        if (file == null || !reaches(file, viewer)) {
            throw new NotFound("この案件");
        }
        return file;
    }

    /** The same stands in the database as row-level security (V20261126_11). */
    private static boolean reaches(CaseFile file, Viewer viewer) {
        if (!file.network.equals(viewer.network())) {
            return false;
        }
        return switch (viewer.role()) {
            case Roles.COORDINATOR -> file.shared || file.institution.equals(viewer.institution());
            case Roles.OFFICER, Roles.MANAGER ->
                viewer.standsFor(file.institution)
                        && (viewer.branch() == null || viewer.branch().equals(file.branch));
            default -> false;
        };
    }

    /**
     * With its line in the timeline, in the trail and in the outbox, and those of whichever case ends by it: all in the one
     * call that recording makes anyway (V20261130_71).
     *
     * @param named display name of the viewer
     * @return false where the case was there already, or the sheet is out of reach
     */
    boolean open(UUID id, CaseState state, RecommendationView advice, Instant at, CaseClock.Due due, String named) {
        try (Connection connection = database.getConnection();
                PreparedStatement open = connection.prepareStatement(OPEN)) {
            open.setObject(1, id);
            open.setString(2, state.code());
            open.setString(3, advice.urgency());
            open.setString(4, advice.primary() == null ? null : advice.primary().code());
            open.setArray(5, connection.createArrayOf("text", CaseFile.codes(advice.additional())));
            open.setArray(6, connection.createArrayOf("text", advice.gates().toArray()));
            open.setString(7, advice.rule());
            open.setString(8, advice.ruleSet());
            open.setObject(9, at.atOffset(ZoneOffset.UTC));
            open.setObject(10, due.on());
            open.setObject(11, due.second());
            open.setObject(12, due.third());
            open.setObject(13, advice.reviewOn());
            open.setString(14, named);
            try (ResultSet opened = open.executeQuery()) {
                return opened.next() && opened.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the case could not be opened", e);
        }
    }

    /**
     * After a referral moved: the case returns to the secretariat, goes on, or ends (V20261126_13). Who goes on working with
     * it in the same transaction reads it anew.
     */
    void follow(UUID id, CaseClock.Due due) {
        flush();
        try (Connection connection = database.getConnection();
                PreparedStatement follow = connection.prepareStatement(FOLLOW)) {
            follow.setObject(1, id);
            follow.setObject(2, due.on());
            follow.setObject(3, due.second());
            follow.setObject(4, due.third());
            follow.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the case could not follow its referrals", e);
        }
    }

    /** Whether another case of the firm is under way in the network; not whose. */
    /** @return {@code own} within the viewer's reach, {@code elsewhere}, or null where none is or none may be told of */
    String underWay(String firmKey, UUID except) {
        List<?> answer = getEntityManager()
                .createNativeQuery("select case_open_of_firm(:firm, :except)")
                .setParameter("firm", firmKey)
                .setParameter("except", except)
                .getResultList();
        return (String) answer.get(0);
    }
}
