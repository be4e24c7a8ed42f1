package jp.toritsugi.home;

import java.util.List;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.breakglass.BreakGlassView;
import jp.toritsugi.diagnosis.DiagnosisOverview;
import jp.toritsugi.trail.TrailOverview;

/**
 * The first page of one person.
 *
 * @param overview null for those who do not see sheets
 * @param opened emergencies in which the own institution's sheets were opened, not yet confirmed
 * @param trail null for those who do not watch over the trail
 */
record HomePage(
        Viewer viewer, DiagnosisOverview.Overview overview, List<BreakGlassView> opened, TrailOverview.Overview trail) {
    private static final List<String> READS_REPORTS =
            List.of(Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.ANALYST);

    public boolean isForSheets() {
        return overview != null;
    }

    public boolean isForReports() {
        return READS_REPORTS.contains(viewer.role());
    }

    public boolean isForManager() {
        return viewer.role().equals(Roles.MANAGER);
    }

    public boolean isForOpenings() {
        return isForSheets() || viewer.role().equals(Roles.AUDITOR);
    }

    public boolean isForWholeNetwork() {
        return viewer.role().equals(Roles.COORDINATOR) || viewer.role().equals(Roles.ANALYST);
    }

    /** Whether the viewer says which sheets are of one firm. */
    public boolean isForPairs() {
        return viewer.role().equals(Roles.COORDINATOR);
    }

    /** Whether 権限表 is not in the navigation but one way from here. */
    public boolean isForAccess() {
        return viewer.role().equals(Roles.ADMIN);
    }

    /** What this version does not yet have for this role; null for those who have their work here. */
    public String notYet() {
        return switch (viewer.role()) {
            case Roles.CONSULTANT -> "取次の受付は、この版にはまだありません。届いた取次が、ここに並ぶようになります。";
            case Roles.ADMIN -> "機関と担当者の名簿を画面で直すことは、この版ではまだできません。";
            default -> null;
        };
    }
}
