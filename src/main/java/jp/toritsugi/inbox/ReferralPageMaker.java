package jp.toritsugi.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.directory.Desk;
import jp.toritsugi.directory.DeskId;
import jp.toritsugi.directory.Desks;
import jp.toritsugi.japan.BusinessDays;
import jp.toritsugi.japan.Wareki;
import jp.toritsugi.provision.ProvisionId;
import jp.toritsugi.provision.ReceivedCase;
import jp.toritsugi.provision.ReceivedCaseMaker;
import jp.toritsugi.referral.CaseReader;
import jp.toritsugi.referral.Noted;
import jp.toritsugi.referral.ReferralId;
import jp.toritsugi.referral.ReferralState;
import jp.toritsugi.referral.ReferralView;

/** Lays out one referral: what was given, what is expected, what may be done. */
@ApplicationScoped
class ReferralPageMaker {
    private final CaseReader cases;
    private final ReceivedCaseMaker received;
    private final Desks desks;
    private final BusinessDays calendar;
    private final Clock clock;

    ReferralPageMaker(CaseReader cases, ReceivedCaseMaker received, Desks desks, BusinessDays calendar, Clock clock) {
        this.cases = cases;
        this.received = received;
        this.desks = desks;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @throws jp.toritsugi.problem.NotFound out of the viewer's reach */
    ReferralPage page(ReferralId id, SaidForm typed, Viewer viewer) {
        ReferralView referral = cases.open(id, viewer);
        ReceivedCase given =
                referral.provision() == null ? null : received.open(new ProvisionId(referral.provision()), viewer);
        boolean consultant = viewer.role().equals(Roles.CONSULTANT);
        boolean house = referral.from().equals(referral.to());
        boolean receiver = consultant || house && viewer.standsFor(referral.to());
        List<Noted> kinds = kinds(referral, receiver || viewer.role().equals(Roles.COORDINATOR));
        boolean offered = typed.is(SaidForm.ENTRIES) ? !kinds.isEmpty() : referral.may(typed.form());
        return new ReferralPage(
                referral,
                given,
                due(referral),
                receiver ? telephoneOf(referral.from(), viewer) : telephoneOf(new DeskId(referral.desk()), viewer),
                receiver,
                consultant,
                consultant ? "/received" : "/diagnoses/" + referral.diagnosis() + "#case",
                Wareki.date(LocalDate.now(clock)),
                kinds,
                typed,
                typed.fault() != null && !offered && !typed.note().isEmpty(),
                Slip.isFor(referral, given));
    }

    private Due due(ReferralView referral) {
        return Due.of(
                new Due.Expected(referral.state(), referral.answerBy(), referral.contactBy(), referral.contactedAt()),
                LocalDate.now(clock),
                calendar);
    }

    /** Before somebody accepts there is nothing to contact or visit for; the giving side sends a word only. */
    private static List<Noted> kinds(ReferralView referral, boolean desk) {
        if (!referral.open()) {
            return List.of();
        }
        return desk && referral.state() != ReferralState.REQUESTED ? List.of(Noted.values()) : List.of(Noted.NOTE);
    }

    /** Institutions have no telephone of their own: the first desk of theirs that names one. */
    private String telephoneOf(String institution, Viewer viewer) {
        LocalDate today = LocalDate.now(clock);
        return desks.all(viewer).stream()
                .filter(desk -> desk.institution().equals(institution) && desk.isOpenOn(today))
                .map(Desk::telephone)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private String telephoneOf(DeskId desk, Viewer viewer) {
        return desks.find(desk, viewer).map(Desk::telephone).orElse(null);
    }
}
