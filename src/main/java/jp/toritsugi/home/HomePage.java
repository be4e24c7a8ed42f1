package jp.toritsugi.home;

import java.util.List;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.breakglass.BreakGlassView;
import jp.toritsugi.diagnosis.DiagnosisOverview;
import jp.toritsugi.inbox.InboxOverview;
import jp.toritsugi.roster.RosterOverview;
import jp.toritsugi.trail.TrailOverview;

/**
 * The first page of one person.
 *
 * @param overview null for those who do not see sheets
 * @param roster null for all but the admin
 * @param inbox null for those without one
 * @param opened emergencies in which the own institution's sheets were opened, not yet confirmed
 * @param trail null for those who do not watch over the trail
 * @param destructions how many 廃棄 wait for this viewer
 * @param followUps how many firms are to be seen again by now
 */
record HomePage(
        Viewer viewer,
        DiagnosisOverview.Overview overview,
        InboxOverview.Overview inbox,
        List<BreakGlassView> opened,
        RosterOverview.Overview roster,
        TrailOverview.Overview trail,
        long destructions,
        long followUps) {
    public boolean isForSheets() {
        return overview != null;
    }

    public List<FurtherPage> further() {
        return FurtherPage.of(viewer.role());
    }
}
