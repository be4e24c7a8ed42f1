package jp.toritsugi.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.japan.Wareki;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.InstitutionFacts;
import jp.toritsugi.organisation.InstitutionType;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.problem.Violation;

/** Writes the institutions of the network; for the admin. */
@ApplicationScoped
class InstitutionKeeper {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final Pattern BRANCH_CODE = Pattern.compile("[A-Za-z0-9-]{1,20}");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LINE = 50;

    private final EntityManager entities;
    private final Register register;
    private final Branches branches;
    private final Trail trail;

    InstitutionKeeper(EntityManager entities, Register register, Branches branches, Trail trail) {
        this.entities = entities;
        this.register = register;
        this.branches = branches;
        this.trail = trail;
    }

    /** What became of what was sent. */
    record Kept(InstitutionView view, boolean created) {}

    /**
     * Adds an institution, or changes the one of that code.
     *
     * @param version the one that was changed, or null where nobody can have been in between
     */
    @Transactional
    Kept put(String code, NewInstitution sent, Integer version, Viewer viewer) {
        InstitutionFacts facts = checked(code, sent, viewer);
        Institution institution = register.institution(viewer.network(), code).orElse(null);
        boolean created = institution == null;
        if (!created && version != null && version != institution.version()) {
            throw new OptimisticLockException();
        }
        InstitutionFacts before = created ? null : institution.facts();
        if (created) {
            institution = Institution.of(new Institution.Key(viewer.network(), code), facts);
            entities.persist(institution);
        } else {
            institution.become(facts);
        }
        entities.flush();
        if (!facts.equals(before)) {
            trail.write(TrailEvent.of(Action.REACH_CHANGED, "institution", code, code)
                    .with("before", before)
                    .with("after", facts));
        }
        return new Kept(InstitutionView.of(institution, branches.of(viewer.network(), code)), created);
    }

    /** As {@link #put}, but nothing is written: what would be refused is refused. */
    InstitutionFacts checked(String code, NewInstitution sent, Viewer viewer) {
        if (sent == null) {
            throw new InvalidInput("", "機関の内容（JSON）を送ってください。");
        }
        List<Violation> faults = new ArrayList<>();
        if (code == null || !CODE.matcher(code).matches() || code.equals("new")) {
            faults.add(new Violation("code", "機関コードは、半角の英小文字・数字・ハイフンで2文字から40文字にしてください。あとから変えられません。"));
        }
        if (sent.name() == null || sent.name().isBlank() || sent.name().length() > LONGEST_NAME) {
            faults.add(new Violation("name", "名称を100文字以内で書いてください。"));
        }
        InstitutionType type =
                sent.type() == null ? null : InstitutionType.find(sent.type()).orElse(null);
        if (type == null) {
            faults.add(new Violation("type", "種別を選んでください。"));
        }
        LocalDate from = sent.validFrom() == null ? Branches.BEGINNING : sent.validFrom();
        if (sent.validTo() != null && sent.validTo().isBefore(from)) {
            faults.add(new Violation("validTo", "終了日が開始日より前です。"));
        }
        if (sent.successor() != null) {
            successor(code, sent, viewer, faults);
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new InstitutionFacts(
                sent.name().strip(),
                type,
                from,
                sent.validTo(),
                sent.successor(),
                Boolean.TRUE.equals(sent.confinesBranches()));
    }

    private void successor(String code, NewInstitution sent, Viewer viewer, List<Violation> faults) {
        if (sent.validTo() == null) {
            faults.add(new Violation("validTo", "統合先があるときは、終了日（統合日の前日）が必要です。"));
            return;
        }
        Institution successor =
                register.institution(viewer.network(), sent.successor()).orElse(null);
        if (successor == null || !successor.existsOn(sent.validTo().plusDays(1))) {
            faults.add(new Violation(
                    "successor", "統合先は、統合日（" + Wareki.date(sent.validTo().plusDays(1)) + "）に有効な機関から選んでください。"));
        } else if (leadsBackTo(code, successor)) {
            faults.add(new Violation("successor", "統合先をたどると、この機関に戻ってしまいます。"));
        }
    }

    private boolean leadsBackTo(String code, Institution institution) {
        Institution one = institution;
        for (int i = 0; one != null && i < LONGEST_LINE; i++) {
            if (one.code().equals(code)) {
                return true;
            }
            one = one.successor()
                    .flatMap(next -> register.institution(institution.network(), next))
                    .orElse(null);
        }
        return one != null;
    }

    /** Adds a branch, or changes the one of that code. */
    @Transactional
    InstitutionView putBranch(String code, BranchView sent, Viewer viewer) {
        Institution institution = register.institution(viewer.network(), code).orElseThrow(() -> new NotFound("この機関"));
        List<Violation> faults = new ArrayList<>();
        if (sent == null
                || sent.code() == null
                || !BRANCH_CODE.matcher(sent.code()).matches()) {
            faults.add(new Violation("code", "支店コードは、半角の英数字とハイフンで20文字以内にしてください。"));
        }
        if (sent == null
                || sent.name() == null
                || sent.name().isBlank()
                || sent.name().length() > LONGEST_NAME) {
            faults.add(new Violation("name", "支店の名称を100文字以内で書いてください。"));
        }
        if (sent != null
                && sent.validFrom() != null
                && sent.validTo() != null
                && sent.validTo().isBefore(sent.validFrom())) {
            faults.add(new Violation("validTo", "終了日が開始日より前です。"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        branches.put(institution, sent);
        trail.write(
                TrailEvent.of(Action.REACH_CHANGED, "institution", code, code).with("branch", sent));
        return InstitutionView.of(institution, branches.of(viewer.network(), code));
    }
}
