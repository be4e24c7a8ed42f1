package jp.toritsugi.referral;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.access.WhoAsks;
import jp.toritsugi.diagnosis.SheetChanged;
import jp.toritsugi.referral.CaseEntry.MeantFor;

/** Ends referrals whose ground is gone, within the transaction that took the consent or the sheet back. */
@ApplicationScoped
class CaseRecalls {
    private final CaseFiles files;
    private final Referrals referrals;
    private final Timeline timeline;
    private final CaseClock clock;
    private final WhoAsks who;

    CaseRecalls(CaseFiles files, Referrals referrals, Timeline timeline, CaseClock clock, WhoAsks who) {
        this.files = files;
        this.referrals = referrals;
        this.timeline = timeline;
        this.clock = clock;
        this.who = who;
    }

    void changed(@Observes @Priority(3000) SheetChanged change) {
        Viewer viewer = who.viewer().orElseThrow();
        Instant now = clock.now();
        boolean ended = false;
        // The sheet is held already, by whoever changed it. Not before its case is, its referrals stand still.
        files.hold(change.id().value(), false);
        for (Referral referral : referrals.open(change.id().value())) {
            boolean stands = !change.withdrawn() && referrals.isStillProvided(referral);
            if (!stands) {
                String reason = change.withdrawn() ? Reason.SHEET_WITHDRAWN.code() : Reason.CONSENT_WITHDRAWN.code();
                String before = referral.state;
                referral.end(ReferralState.CANCELLED, reason, now);
                referral.recalledAt = now;
                timeline.write(
                        new CaseEntry(referral.diagnosis, referral.id, Move.CANCEL.code(), MeantFor.ALL, viewer, now)
                                .states(before, referral.state)
                                .because(reason, null),
                        referral);
                ended = true;
            }
        }
        if (ended) {
            files.follow(change.id().value(), clock.lookAgain());
        }
        if (change.withdrawn()) {
            become(CaseState.CLOSED, Reason.SHEET_WITHDRAWN, change, viewer, now);
        } else if (change.consents().inForce().isEmpty()) {
            become(CaseState.OWN, Reason.CONSENT_WITHDRAWN, change, viewer, now);
        }
    }

    /** Before the secretariat loses sight of it, which may be the one that wrote the withdrawal down. */
    private void become(CaseState state, Reason reason, SheetChanged change, Viewer viewer, Instant now) {
        CaseFile file = files.any(change.id().value());
        if (file == null) {
            return;
        }
        files.getEntityManager().refresh(file);
        boolean follows = state == CaseState.CLOSED
                ? file.state() != CaseState.CLOSED
                : file.state() == CaseState.REVIEW || file.state() == CaseState.REFERRED;
        if (!follows) {
            return;
        }
        String before = file.state;
        file.become(state, now, CaseClock.Due.NEVER);
        timeline.write(
                new CaseEntry(file.diagnosis, null, "follow", MeantFor.HOUSE, viewer, now)
                        .states(before, file.state)
                        .because(reason.code(), null),
                file);
    }
}
