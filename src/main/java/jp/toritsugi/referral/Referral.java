package jp.toritsugi.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.TrailEvent;

/** 取次: a case handed to one desk. Moves only as {@link Move} says. */
@Entity
class Referral {
    @Id
    UUID id;

    @Column(updatable = false)
    UUID diagnosis;

    @Column(updatable = false)
    String network;

    @Column(name = "from_institution", updatable = false)
    String from;

    @Column(name = "to_institution", updatable = false)
    String to;

    @Column(updatable = false)
    UUID desk;

    @Column(updatable = false)
    String kind;

    String state = ReferralState.REQUESTED.code();

    /** What the rules proposed; beside it, why somebody chose another kind. */
    @Column(updatable = false)
    String proposed;

    @Column(name = "override_reason", updatable = false)
    String overrideReason;

    String urgency;

    @Column(updatable = false)
    UUID provision;

    @Column(name = "requested_at", updatable = false)
    Instant requestedAt;

    @Column(name = "requested_by", updatable = false)
    String requestedBy;

    @Column(name = "requested_by_name", updatable = false)
    String requestedByName;

    @Column(name = "answer_by", updatable = false)
    LocalDate answerBy;

    @Column(name = "contact_by")
    LocalDate contactBy;

    String holder;

    @Column(name = "holder_name")
    String holderName;

    @Column(name = "held_until")
    Instant heldUntil;

    @Column(name = "accepted_at")
    Instant acceptedAt;

    @Column(name = "contacted_at")
    Instant contactedAt;

    @Column(name = "visited_at")
    Instant visitedAt;

    @Column(name = "planned_at")
    Instant plannedAt;

    @Column(name = "on_hold_since")
    LocalDate onHoldSince;

    @Column(name = "ended_at")
    Instant endedAt;

    String reason;
    String outcome;

    @Column(name = "recalled_at")
    Instant recalledAt;

    @Version
    int version;

    protected Referral() {}

    ReferralState state() {
        return ReferralState.of(state);
    }

    /** Whether the viewer acts for the desk it is addressed to: its people, and inside one house the house's own. */
    boolean isReceivedBy(Viewer viewer) {
        return viewer.standsFor(to)
                && (viewer.role().equals(Roles.CONSULTANT)
                        || to.equals(from) && !viewer.role().equals(Roles.COORDINATOR));
    }

    /** What this viewer may do with it now. */
    List<Move> moves(Viewer viewer, Instant now) {
        return Arrays.stream(Move.values())
                .filter(move -> move.isLegalFrom(state()) && mayMake(move, viewer))
                .filter(move -> move != Move.TAKE || !isHeld(now))
                .filter(move -> move != Move.HAND_BACK || holder != null)
                .filter(move -> move.side() != Move.Side.RECEIVER || !isHeldByOther(viewer, now))
                .toList();
    }

    boolean mayMake(Move move, Viewer viewer) {
        if (viewer.role().equals(Roles.COORDINATOR)) {
            return true;
        }
        return switch (move.side()) {
            case RECEIVER -> isReceivedBy(viewer);
            case SENDER -> !viewer.role().equals(Roles.CONSULTANT) && viewer.standsFor(from);
        };
    }

    boolean isHeld(Instant now) {
        return holder != null && heldUntil.isAfter(now);
    }

    /** The secretariat, acting for a partner on the telephone, is held up by nobody. */
    boolean isHeldByOther(Viewer viewer, Instant now) {
        return isHeld(now)
                && !holder.equals(viewer.userName())
                && !viewer.role().equals(Roles.COORDINATOR);
    }

    /**
     * @throws IllegalMove where the table does not know it
     * @throws HeldByAnother where a colleague's lease runs
     */
    void move(Move move, Viewer viewer, Instant now, Duration lease) {
        if (!move.isLegalFrom(state())) {
            throw new IllegalMove(move.label(), state().label());
        }
        if (move.side() == Move.Side.RECEIVER && isHeldByOther(viewer, now)) {
            throw new HeldByAnother(holderName);
        }
        ReferralState next = move.from(state());
        if (move == Move.HAND_BACK) {
            release();
        } else if (move.side() == Move.Side.RECEIVER && isReceivedBy(viewer)) {
            hold(viewer, now, lease);
        }
        if (move == Move.ACCEPT) {
            acceptedAt = now;
        }
        state = next.code();
        if (!next.isOpen()) {
            endedAt = now;
            release();
        }
    }

    /** Something happened with the owner: the first such thing starts an accepted referral, and each renews the lease. */
    void noted(Noted what, Viewer viewer, Instant now, Duration lease) {
        if (isHeldByOther(viewer, now)) {
            throw new HeldByAnother(holderName);
        }
        if (isReceivedBy(viewer)) {
            hold(viewer, now, lease);
        }
        if (what == Noted.NOTE) {
            return;
        }
        if (state() == ReferralState.ACCEPTED) {
            state = ReferralState.IN_PROGRESS.code();
        }
        contactedAt = contactedAt == null ? now : contactedAt;
        if (what == Noted.VISIT) {
            visitedAt = visitedAt == null ? now : visitedAt;
        }
        if (what == Noted.PLAN) {
            plannedAt = plannedAt == null ? now : plannedAt;
        }
    }

    /** Its ground is gone: not a move of anybody's. */
    void end(ReferralState how, String because, Instant now) {
        state = how.code();
        reason = because;
        endedAt = now;
        release();
    }

    void hold(Viewer viewer, Instant now, Duration lease) {
        holder = viewer.userName();
        holderName = viewer.displayName();
        heldUntil = now.plus(lease);
    }

    private void release() {
        holder = null;
        holderName = null;
        heldUntil = null;
    }

    /** For the trail: about which case, and which referral of it. */
    TrailEvent event(Action action) {
        return TrailEvent.of(action, "referral", diagnosis, from).with("referral", id);
    }
}
