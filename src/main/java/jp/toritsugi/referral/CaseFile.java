package jp.toritsugi.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.recommendation.RecommendationView;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** 案件: what becomes of one diagnosis. Named by its diagnosis; owns its transitions. */
@Entity
@Table(name = "case_file")
class CaseFile {
    @Id
    UUID diagnosis;

    @Column(updatable = false)
    String network;

    @Column(updatable = false)
    String institution;

    @Column(updatable = false)
    String branch;

    @Column(updatable = false)
    boolean shared;

    @Column(updatable = false)
    String municipality;

    @Column(updatable = false)
    String leaf;

    @Column(name = "leaf_state", updatable = false)
    String leafState;

    String state;
    String urgency;
    String proposed;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] additional;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] gates;

    String rule;

    @Column(name = "rule_set")
    String ruleSet;

    @Column(name = "opened_at", updatable = false)
    Instant openedAt;

    Instant since;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "second_on")
    LocalDate secondOn;

    @Column(name = "third_on")
    LocalDate thirdOn;

    @Column(name = "review_on")
    LocalDate reviewOn;

    boolean returned;
    String holder;

    @Column(name = "holder_name")
    String holderName;

    @Column(name = "held_until")
    Instant heldUntil;

    String outcome;

    @Column(name = "closed_at")
    Instant closedAt;

    @Version
    int version;

    protected CaseFile() {}

    CaseState state() {
        return CaseState.of(state);
    }

    /** Whether somebody else of the secretariat is at work on it. */
    boolean isHeldByOther(Viewer viewer, Instant now) {
        return holder != null && !holder.equals(viewer.userName()) && heldUntil.isAfter(now);
    }

    boolean isHeld(Instant now) {
        return holder != null && heldUntil.isAfter(now);
    }

    /** @throws HeldByAnother while another's lease runs */
    void take(Viewer viewer, Instant now, Duration lease) {
        if (isHeldByOther(viewer, now)) {
            throw new HeldByAnother(holderName);
        }
        holder = viewer.userName();
        holderName = viewer.displayName();
        heldUntil = now.plus(lease);
    }

    void release() {
        holder = null;
        holderName = null;
        heldUntil = null;
    }

    /** Into another state, in which it waits anew and nobody holds it. */
    void become(CaseState next, Instant now, CaseClock.Due due) {
        if (state() != next) {
            since = now;
        }
        state = next.code();
        dueOn = due.on();
        secondOn = due.second();
        thirdOn = due.third();
        closedAt = next == CaseState.CLOSED ? now : null;
        if (next != CaseState.REVIEW) {
            returned = false;
        }
        release();
    }

    void advised(RecommendationView advice) {
        urgency = advice.urgency();
        proposed = advice.primary() == null ? null : advice.primary().code();
        additional = codes(advice.additional());
        gates = advice.gates().toArray(new String[0]);
        rule = advice.rule();
        ruleSet = advice.ruleSet();
        reviewOn = advice.reviewOn();
    }

    static String[] codes(List<RecipientKind> kinds) {
        return kinds.stream().map(RecipientKind::code).toArray(String[]::new);
    }

    /** What this viewer may do with it now. */
    List<CaseMove> moves(Viewer viewer) {
        boolean secretariat = viewer.role().equals(Roles.COORDINATOR);
        boolean house = !viewer.role().equals(Roles.CONSULTANT) && viewer.standsFor(institution);
        return Arrays.stream(CaseMove.values())
                .filter(move -> move.isLegalFrom(state()) && move.isFor(secretariat, house))
                .filter(move -> shared || move != CaseMove.HAND_OVER && move != CaseMove.REQUEST)
                .filter(move -> (holder == null) != (move == CaseMove.RELEASE)
                        || move != CaseMove.RELEASE && move != CaseMove.TAKE)
                .toList();
    }
}
