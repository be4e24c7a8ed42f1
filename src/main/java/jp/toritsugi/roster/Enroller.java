package jp.toritsugi.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.japan.Wareki;
import jp.toritsugi.lines.Fault;
import jp.toritsugi.problem.Violation;
import jp.toritsugi.roster.EnrolmentReport.Change;
import jp.toritsugi.roster.EnrolmentReport.LineFault;

/** Takes a file of people into the register, all of it or nothing. */
@ApplicationScoped
class Enroller {
    private final Members members;
    private final MemberKeeper keeper;
    private final UserNames names;
    private final Placement placement;
    private final Clock clock;

    Enroller(Members members, MemberKeeper keeper, UserNames names, Placement placement, Clock clock) {
        this.names = names;
        this.members = members;
        this.keeper = keeper;
        this.placement = placement;
        this.clock = clock;
    }

    /** @param dryRun whether it is only said what would happen */
    @Transactional
    EnrolmentReport enrol(byte[] bytes, boolean dryRun, Viewer viewer) {
        EnrolmentFile file = EnrolmentFile.read(bytes);
        Remit remit = new Remit(viewer);
        EnrolmentPlan plan = new EnrolmentPlan(members.all(viewer), remit, LocalDate.now(clock));
        List<LineFault> faults = new ArrayList<>();
        Map<String, Integer> undated = new HashMap<>();
        for (EnrolmentFile.Line line : file.lines()) {
            for (Fault fault : faults(line, plan, remit, undated)) {
                faults.add(new LineFault(line.number(), fault.column(), fault.reason()));
            }
        }
        boolean record = !dryRun && faults.isEmpty();
        if (record) {
            write(plan.touched(), viewer);
        }
        List<Change> changes = faults.isEmpty() ? changes(plan.touched()) : List.of();
        return new EnrolmentReport(
                dryRun,
                record,
                file.lines().size(),
                count(changes, "added"),
                count(changes, "changed"),
                count(changes, "ended"),
                plan.unchanged(),
                changes,
                faults,
                file.unknown());
    }

    private List<Fault> faults(EnrolmentFile.Line line, EnrolmentPlan plan, Remit remit, Map<String, Integer> undated) {
        if (line.fault() != null) {
            return List.of(line.fault());
        }
        Viewer viewer = remit.viewer();
        EnrolmentWords words = new EnrolmentWords(remit.coversNetwork() ? null : viewer.institution());
        NewMember written = words.read(line.cells());
        List<Fault> faults = new ArrayList<>(words.faults());
        NewMember sent = plan.dated(written);
        for (Violation violation : placement.check(sent, viewer.network())) {
            String column = EnrolmentColumn.labelOf(violation.field());
            if (faults.stream().noneMatch(fault -> fault.column().equals(column))) {
                faults.add(new Fault(column, violation.message()));
            }
        }
        if (!faults.isEmpty()) {
            return faults;
        }
        if (plan.knows(sent)) {
            return List.of();
        }
        try {
            remit.require(sent.institution(), sent.role(), sent.userName());
        } catch (BeyondRemit refusal) {
            Violation violation = refusal.violations().get(0);
            return List.of(new Fault(EnrolmentColumn.labelOf(violation.field()), violation.message()));
        }
        Integer before = written.validFrom() == null
                ? undated.put(sent.role() + " " + sent.userName(), line.number())
                : undated.get(sent.role() + " " + sent.userName());
        if (before != null) {
            return List.of(new Fault(EnrolmentColumn.FROM.label(), before + "行目にも同じ利用者がいます。どちらにも開始日を書いてください。"));
        }
        return plan.take(line.number(), sent)
                .or(() -> elsewhere(sent, plan))
                .map(List::of)
                .orElse(List.of());
    }

    /** Whether it is taken at a place that the viewer's list does not show, or not theirs to take in. */
    private Optional<Fault> elsewhere(NewMember sent, EnrolmentPlan plan) {
        String fault = keeper.isTaken(sent, plan.known(sent))
                ? "この利用者は、その期間に別の機関で登録されています。システム管理に異動を依頼してください。"
                : names.isOutOfHand(sent.userName()) ? UserNameUnclaimed.SENTENCE : null;
        return Optional.ofNullable(fault).map(reason -> new Fault(EnrolmentColumn.USER_NAME.label(), reason));
    }

    /** Ends first: nobody may be in two places even for a moment. */
    private void write(List<EnrolmentPlan.Period> touched, Viewer viewer) {
        for (EnrolmentPlan.Period period : touched) {
            if (period.endChanged()) {
                keeper.end(keeper.find(period.id, viewer), period.now.validTo());
            }
            if (period.nameChanged()) {
                keeper.rename(period.id, period.now.displayName(), viewer);
            }
        }
        touched.stream().filter(EnrolmentPlan.Period::isNew).forEach(period -> keeper.insert(period.now, viewer));
    }

    private static List<Change> changes(List<EnrolmentPlan.Period> touched) {
        List<Change> changes = new ArrayList<>();
        for (EnrolmentPlan.Period period : touched) {
            NewMember now = period.now;
            String place = now.institution() + (now.branch() == null ? "" : " " + now.branch()) + "・"
                    + Roles.label(now.role());
            if (period.isNew()) {
                changes.add(new Change(
                        period.line,
                        "added",
                        now.userName(),
                        now.displayName(),
                        place + "、" + Wareki.date(now.validFrom()) + "から" + last(now)));
            } else if (period.endChanged() && period.before.validTo() == null) {
                changes.add(new Change(
                        period.line,
                        "ended",
                        now.userName(),
                        now.displayName(),
                        place + "、" + Wareki.date(now.validTo()) + "まで"));
            } else if (period.endChanged()) {
                changes.add(new Change(
                        period.line,
                        "changed",
                        now.userName(),
                        now.displayName(),
                        "終了日を" + Wareki.date(now.validTo()) + "に"));
            }
            if (period.nameChanged()) {
                changes.add(new Change(period.line, "changed", now.userName(), now.displayName(), "氏名を改める"));
            }
        }
        changes.sort(Comparator.comparingInt(Change::line));
        return changes;
    }

    private static String last(NewMember now) {
        return now.validTo() == null ? "" : Wareki.date(now.validTo()) + "まで";
    }

    private static int count(List<Change> changes, String kind) {
        return (int)
                changes.stream().filter(change -> change.kind().equals(kind)).count();
    }
}
