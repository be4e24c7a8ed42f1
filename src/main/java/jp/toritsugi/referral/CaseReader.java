package jp.toritsugi.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.directory.Desk;
import jp.toritsugi.directory.Desks;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.query.SqlConditions;

/** Cases and referrals as they are shown, within the viewer's reach. */
@ApplicationScoped
public class CaseReader {
    private final CaseFiles files;
    private final Referrals referrals;
    private final Timeline timeline;
    private final Desks desks;
    private final Register register;
    private final CaseClock clock;
    private final Trail trail;

    CaseReader(
            CaseFiles files,
            Referrals referrals,
            Timeline timeline,
            Desks desks,
            Register register,
            CaseClock clock,
            Trail trail) {
        this.files = files;
        this.referrals = referrals;
        this.timeline = timeline;
        this.desks = desks;
        this.register = register;
        this.clock = clock;
        this.trail = trail;
    }

    /** Until the transaction ends, nobody takes the sheet or a consent in it back; others may look as well. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void holdStill(DiagnosisId id) {
        files.holdStill(id.value());
    }

    /**
     * One case, with a line in the trail.
     *
     * @throws jp.toritsugi.problem.NotFound out of the viewer's reach
     */
    @Transactional
    public CaseView open(DiagnosisId id, Viewer viewer) {
        CaseFile file = files.get(id, viewer);
        trail.write(TrailEvent.of(Action.VIEWED, "case", file.diagnosis, file.institution));
        return view(file, viewer);
    }

    /** For a page whose viewing is in the trail already. */
    @Transactional
    Optional<CaseView> find(UUID diagnosis, Viewer viewer) {
        return files.find(diagnosis, viewer).map(file -> view(file, viewer));
    }

    /**
     * One referral with its timeline, with a line in the trail.
     *
     * @throws jp.toritsugi.problem.NotFound out of the viewer's reach
     */
    @Transactional
    public ReferralView open(ReferralId id, Viewer viewer) {
        Referral referral = referrals.get(id, viewer);
        trail.write(referral.event(Action.VIEWED));
        Names names = names(viewer);
        return view(referral, viewer, names, lines(timeline.ofReferral(referral.id, viewer), Map.of(), names));
    }

    /**
     * What a paper about a referral is made of.
     *
     * @param receipt 受付番号 of the sheet, which says nothing of whom it is about
     */
    public record Printed(ReferralView referral, String receipt) {}

    /**
     * For a paper that leaves the system, with a line in the trail.
     *
     * @param paper which one
     * @throws jp.toritsugi.problem.NotFound out of the viewer's reach
     */
    @Transactional
    public Printed print(ReferralId id, String paper, Viewer viewer) {
        Referral referral = referrals.get(id, viewer);
        trail.write(referral.event(Action.PRINTED).with("paper", paper));
        return new Printed(view(referral, viewer, names(viewer), null), new DiagnosisId(referral.diagnosis).receipt());
    }

    /** Those that nobody at the viewer's desks has answered, oldest first. */
    @Transactional
    public List<ReferralId> received(Viewer viewer) {
        SqlConditions where = Referrals.reach(viewer);
        where.add("state = 'requested'");
        return referrals.rows(where, " order by requested_at, id", Integer.MAX_VALUE).stream()
                .map(referral -> new ReferralId(referral.id))
                .toList();
    }

    /** One referral that has not ended, in words. */
    public record Under(String desk, String state, Instant since) {}

    /** Of several cases, what is under way. */
    @Transactional
    public Map<UUID, List<Under>> underWay(Collection<UUID> diagnoses, Viewer viewer) {
        if (diagnoses.isEmpty()) {
            return Map.of();
        }
        SqlConditions where = Referrals.reach(viewer);
        where.add("diagnosis in (:diagnoses)", "diagnoses", diagnoses);
        where.add("ended_at is null");
        Names names = names(viewer);
        return referrals.rows(where, " order by requested_at, id", Integer.MAX_VALUE).stream()
                .collect(Collectors.groupingBy(
                        one -> one.diagnosis,
                        Collectors.mapping(
                                one -> new Under(
                                        names.desk(one.desk), one.state().label(), one.requestedAt),
                                Collectors.toList())));
    }

    /** For lists: without timelines. */
    ReferralView line(Referral referral, Viewer viewer, Names names) {
        return view(referral, viewer, names, null);
    }

    private CaseView view(CaseFile file, Viewer viewer) {
        Names names = names(viewer);
        List<Referral> all = referrals.of(file.diagnosis, viewer);
        Map<UUID, String> deskOf = all.stream().collect(Collectors.toMap(one -> one.id, one -> names.desk(one.desk)));
        return new CaseView(
                file.diagnosis,
                file.institution,
                names.institution(file.institution),
                file.state(),
                file.state().label(),
                file.returned,
                file.shared,
                file.urgency,
                Arrays.asList(file.gates),
                file.rule,
                file.proposed,
                Arrays.asList(file.additional),
                file.openedAt,
                file.since,
                clock.waited(file.since),
                file.dueOn,
                clock.daysOver(file.dueOn),
                clock.step(file.dueOn),
                file.reviewOn,
                file.isHeld(clock.now()) ? file.holderName : null,
                file.isHeld(clock.now()) ? file.heldUntil : null,
                file.outcome,
                file.outcome == null ? null : Outcome.label(file.outcome),
                file.version,
                file.moves(viewer).stream().map(CaseView.LegalMove::of).toList(),
                all.stream().map(one -> line(one, viewer, names)).toList(),
                lines(timeline.of(file.diagnosis, viewer), deskOf, names));
    }

    private static List<EntryView> lines(List<CaseEntry> entries, Map<UUID, String> deskOf, Names names) {
        return entries.stream()
                .map(entry -> EntryView.of(
                        entry,
                        entry.byInstitution == null ? null : names.institution(entry.byInstitution),
                        entry.referral == null ? null : deskOf.get(entry.referral)))
                .toList();
    }

    private ReferralView view(Referral referral, Viewer viewer, Names names, List<EntryView> lines) {
        boolean receiver = viewer.role().equals(Roles.CONSULTANT);
        Instant now = clock.now();
        return new ReferralView(
                referral.id,
                receiver ? null : referral.diagnosis,
                referral.state(),
                referral.state().label(),
                RecipientKind.of(referral.kind),
                referral.desk,
                names.desk(referral.desk),
                referral.from,
                names.institution(referral.from),
                referral.to,
                names.institution(referral.to),
                receiver ? null : referral.proposed,
                receiver ? null : referral.overrideReason,
                referral.urgency,
                referral.because,
                referral.requestedAt,
                referral.requestedByName,
                referral.answerBy,
                referral.contactBy,
                referral.isHeld(now) ? referral.holderName : null,
                referral.acceptedAt,
                referral.contactedAt,
                referral.visitedAt,
                referral.plannedAt,
                referral.endedAt,
                referral.reason,
                referral.reason == null ? null : Reason.label(referral.reason),
                referral.outcome,
                referral.outcome == null ? null : Outcome.label(referral.outcome),
                referral.provision,
                referral.version,
                referral.moves(viewer, now).stream()
                        .map(ReferralView.LegalMove::of)
                        .toList(),
                lines);
    }

    /** What institutions and desks are called. */
    record Names(Map<String, String> institutions, Map<UUID, String> desks) {
        String institution(String code) {
            return institutions.getOrDefault(code, code);
        }

        String desk(UUID id) {
            return desks.getOrDefault(id, "窓口");
        }
    }

    Names names(Viewer viewer) {
        return new Names(
                register.institutions(viewer.network()).stream()
                        .collect(Collectors.toMap(Institution::code, Institution::name)),
                desks.all(viewer).stream().collect(Collectors.toMap(Desk::id, Desk::name)));
    }
}
