package jp.toritsugi.home;

import java.util.List;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.breakglass.BreakGlassView;
import jp.toritsugi.diagnosis.DiagnosisOverview;
import jp.toritsugi.roster.RosterOverview;
import jp.toritsugi.trail.TrailOverview;

/**
 * The first page of one person.
 *
 * @param overview null for those who do not see sheets
 * @param roster null for all but the admin
 * @param received how many cases lie with the consultant's institution
 * @param opened emergencies in which the own institution's sheets were opened, not yet confirmed
 * @param trail null for those who do not watch over the trail
 */
record HomePage(
        Viewer viewer,
        DiagnosisOverview.Overview overview,
        long received,
        List<BreakGlassView> opened,
        RosterOverview.Overview roster,
        TrailOverview.Overview trail) {
    private static final List<String> READS_REPORTS =
            List.of(Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.ANALYST);

    public boolean isForSheets() {
        return overview != null;
    }

    public boolean isForReceived() {
        return viewer.role().equals(Roles.CONSULTANT);
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
}
