package jp.toritsugi.home;

import java.util.List;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.breakglass.BreakGlassView;
import jp.toritsugi.diagnosis.DiagnosisOverview;
import jp.toritsugi.feedback.NoticeLine;
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
 * @param notices the newest few, null for those who get none
 * @param destructions how many 廃棄 wait for this viewer
 * @param followUps how many firms are to be seen again by now
 */
record HomePage(
        Viewer viewer,
        DiagnosisOverview.Overview overview,
        long received,
        List<BreakGlassView> opened,
        RosterOverview.Overview roster,
        TrailOverview.Overview trail,
        List<NoticeLine> notices,
        long destructions,
        long followUps) {
    public boolean isForSheets() {
        return overview != null;
    }

    public boolean isForReceived() {
        return viewer.role().equals(Roles.CONSULTANT);
    }

    public List<FurtherPage> further() {
        return FurtherPage.of(viewer.role());
    }
}
