package jp.toritsugi.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.directory.Desk;
import jp.toritsugi.directory.DeskId;
import jp.toritsugi.directory.Desks;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.provision.ProvisionDesk;
import jp.toritsugi.recommendation.NetworkRules;
import jp.toritsugi.referral.CaseEntry.MeantFor;

/** Hands a case to one desk or several; the record of provision is written in the same moment (個人情報保護法29条). */
@ApplicationScoped
class HandOver {
    private final CaseFiles files;
    private final Referrals referrals;
    private final Desks desks;
    private final ProvisionDesk provisions;
    private final Timeline timeline;
    private final NetworkRules rules;
    private final CaseClock clock;

    HandOver(
            CaseFiles files,
            Referrals referrals,
            Desks desks,
            ProvisionDesk provisions,
            Timeline timeline,
            NetworkRules rules,
            CaseClock clock) {
        this.files = files;
        this.referrals = referrals;
        this.desks = desks;
        this.provisions = provisions;
        this.timeline = timeline;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @throws InvalidInput without a desk, for one that is closed or has the case already, or for an override without
     *     its reason
     */
    void to(CaseFile file, CaseDesk.Said said, Viewer viewer) {
        List<Desk> chosen = chosen(said, viewer);
        List<Referral> before = referrals.of(file.diagnosis, viewer);
        boolean first = before.isEmpty();
        for (Desk desk : chosen) {
            if (before.stream()
                    .anyMatch(one -> one.desk.equals(desk.id()) && one.state().isOpen())) {
                throw new InvalidInput("desks", desk.name() + "には、もう取次しています。");
            }
            boolean overrides = overrides(file, desk, first && desk == chosen.get(0));
            refer(file, desk, overrides ? why(said) : null, viewer);
        }
        files.follow(file.diagnosis, CaseClock.Due.NEVER);
    }

    private List<Desk> chosen(CaseDesk.Said said, Viewer viewer) {
        if (said.desks() == null || said.desks().isEmpty()) {
            throw new InvalidInput("desks", "取次先の窓口を選んでください。");
        }
        List<Desk> chosen = new ArrayList<>();
        for (String id : said.desks()) {
            if (chosen.stream()
                    .anyMatch(one -> one.id().equals(DeskId.fromString(id).value()))) {
                throw new InvalidInput("desks", "同じ窓口を二度選んでいます。一度だけ選んでください。");
            }
            Desk desk = desks.find(DeskId.fromString(id), viewer)
                    .filter(one -> one.isOpenOn(clock.today()))
                    .orElseThrow(() -> new InvalidInput("desks", "この窓口はありません。選び直してください。"));
            chosen.add(desk);
        }
        return chosen;
    }

    /** The first desk stands in the place of the rules' first; later ones may be any the rules name. */
    private static boolean overrides(CaseFile file, Desk desk, boolean first) {
        String kind = desk.kind().code();
        if (file.proposed == null || kind.equals(file.proposed)) {
            return file.proposed == null;
        }
        return first || !Arrays.asList(file.additional).contains(kind);
    }

    private static String why(CaseDesk.Said said) {
        if (said.reason() == null || said.reason().isBlank()) {
            throw new InvalidInput("reason", "提案と違う取次先にする理由を入力してください。");
        }
        return said.reason().strip();
    }

    /** Of the rule that proposed the kind first; what it says of other kinds is not about this desk. */
    private String because(CaseFile file, Desk desk) {
        return desk.kind().code().equals(file.proposed) && file.ruleSet != null
                ? rules.find(file.ruleSet, file.network)
                        .flatMap(set -> set.because(file.rule))
                        .orElse(null)
                : null;
    }

    private void refer(CaseFile file, Desk desk, String overrideReason, Viewer viewer) {
        Instant now = clock.now();
        Referral referral = new Referral();
        referral.id = UUID.randomUUID();
        referral.diagnosis = file.diagnosis;
        referral.network = file.network;
        referral.from = file.institution;
        referral.to = desk.institution();
        referral.desk = desk.id();
        referral.kind = desk.kind().code();
        referral.proposed = file.proposed;
        referral.overrideReason = overrideReason;
        referral.urgency = file.urgency;
        referral.requestedAt = now;
        referral.requestedBy = viewer.userName();
        referral.requestedByName = viewer.displayName();
        referral.answerBy = clock.answerBy();
        referral.contactBy = clock.contactBy(file.ruleSet, file.urgency);
        if (!desk.institution().equals(file.institution)) {
            // Nothing leaves the institution where the desk is its own.
            referral.provision = provisions
                    .provide(
                            new ProvisionDesk.NewProvision(
                                    UUID.randomUUID(), file.diagnosis, desk.institution(), desk.kind(), null),
                            viewer)
                    .id()
                    .value();
            referral.because = overrideReason == null ? because(file, desk) : null;
        }
        referrals.persistAndFlush(referral);
        timeline.write(
                new CaseEntry(file.diagnosis, referral.id, CaseMove.HAND_OVER.code(), MeantFor.ALL, viewer, now)
                        .states(null, referral.state),
                referral);
        if (overrideReason != null) {
            timeline.write(
                    new CaseEntry(file.diagnosis, null, "override", MeantFor.HOUSE, viewer, now)
                            .because(null, overrideReason),
                    file);
        }
    }
}
