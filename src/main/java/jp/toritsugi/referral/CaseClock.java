package jp.toritsugi.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import jp.toritsugi.access.WhoAsks;
import jp.toritsugi.japan.BusinessDays;
import jp.toritsugi.recommendation.NetworkRules;
import jp.toritsugi.recommendation.RecommendationView;
import jp.toritsugi.routing.Deadlines;
import jp.toritsugi.routing.Urgency;

/** By when a case must have moved, in business days (営業日), and in which steps its being late is told further. */
@ApplicationScoped
class CaseClock {
    private final BusinessDays calendar;
    private final NetworkRules rules;
    private final CaseSettings settings;
    private final WhoAsks who;
    private final Clock clock;

    CaseClock(BusinessDays calendar, NetworkRules rules, CaseSettings settings, WhoAsks who, Clock clock) {
        this.who = who;
        this.calendar = calendar;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param on last day; second and third: on which days its being late is told further */
    record Due(LocalDate on, LocalDate second, LocalDate third) {
        static final Due NEVER = new Due(null, null, null);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    /** Business days since a moment, today's day counted and the moment's not. */
    int waited(Instant since) {
        return calendar.between(dayOf(since), today());
    }

    int daysOver(LocalDate due) {
        return due == null ? 0 : calendar.between(due, today());
    }

    /** From today, for the secretariat to look at a case of that urgency; without one, as for a medium one. */
    Due handOver(String ruleSet, String urgency) {
        return until(deadlines(ruleSet, urgency).handOverBy());
    }

    /** Last day for the first contact with the owner, or null where the rules name none. */
    LocalDate contactBy(String ruleSet, String urgency) {
        return deadlines(ruleSet, urgency).contactBy();
    }

    /** For a case that came back from a desk. */
    Due lookAgain() {
        return until(answerBy());
    }

    /** Last day for a desk to say whether it takes a case. */
    LocalDate answerBy() {
        return calendar.after(today(), settings.answerDays());
    }

    /** The clock stands still while a referral is on hold. */
    LocalDate moved(LocalDate due, LocalDate heldSince) {
        return due == null ? null : calendar.after(due, calendar.between(heldSince, today()));
    }

    Due until(LocalDate day) {
        return day == null
                ? Due.NEVER
                : new Due(day, calendar.after(day, settings.secondDays()), calendar.after(day, settings.thirdDays()));
    }

    Due of(CaseState state, RecommendationView advice) {
        return switch (state) {
            case REVIEW -> handOver(advice.ruleSet(), advice.urgency());
            case MISSING, WATCH -> until(advice.reviewOn());
            case OWN, REFERRED, CLOSED -> Due.NEVER;
        };
    }

    Duration reviewLease() {
        return Duration.ofMinutes(settings.reviewLeaseMinutes());
    }

    Duration deskLease() {
        return Duration.ofDays(settings.deskLeaseDays());
    }

    private Deadlines deadlines(String ruleSet, String urgency) {
        String network = who.viewer().orElseThrow().network();
        return Deadlines.of(
                rules.find(ruleSet, network).orElseThrow(),
                Urgency.find(urgency).orElse(Urgency.MEDIUM),
                today(),
                calendar);
    }
}
