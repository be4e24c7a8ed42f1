package jp.toritsugi.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;

/** What of the inbox waits, for the first page. */
@ApplicationScoped
public class InboxOverview {
    private static final int FEW = 3;

    private final Inbox inbox;

    InboxOverview(Inbox inbox) {
        this.inbox = inbox;
    }

    /** @param given how many were given without a referral */
    public record Overview(long fresh, long late, long running, long given, List<InboxRow> newest) {
        boolean saysNothing() {
            return fresh + late + running + given == 0;
        }
    }

    /** Null for those without an inbox, and where inside one house nothing was ever handed over. */
    public Overview of(Viewer viewer) {
        boolean desk = viewer.role().equals(Roles.CONSULTANT);
        if (!desk && !viewer.role().equals(Roles.OFFICER) && !viewer.role().equals(Roles.MANAGER)) {
            return null;
        }
        Map<Group, Long> counts = inbox.counts(false, viewer);
        long fresh = counts.get(Group.NEW);
        Overview overview = new Overview(
                fresh,
                counts.get(Group.LATE),
                counts.get(Group.RUNNING),
                counts.get(Group.GIVEN),
                fresh == 0 ? List.of() : inbox.newest(FEW, viewer));
        return desk || !overview.saysNothing() ? overview : null;
    }
}
