package jp.toritsugi.inbox;

import java.time.Instant;
import java.time.LocalDate;
import jp.toritsugi.japan.BusinessDays;
import jp.toritsugi.referral.ReferralState;

/**
 * What a desk is expected to do by when.
 *
 * @param what in words, or null where nothing is due
 * @param over business days beyond the last day; 0 = in time
 */
public record Due(String what, LocalDate on, int over) {
    private static final Due NOTHING = new Due(null, null, 0);

    static Due of(Expected expected, LocalDate today, BusinessDays calendar) {
        return switch (expected.state()) {
            case REQUESTED -> due("受理・辞退の返事", expected.answerBy(), today, calendar);
            case ACCEPTED, IN_PROGRESS ->
                expected.contactedAt() == null ? due("最初の連絡", expected.contactBy(), today, calendar) : NOTHING;
            default -> NOTHING;
        };
    }

    /** What of a referral decides what is due. */
    record Expected(ReferralState state, LocalDate answerBy, LocalDate contactBy, Instant contactedAt) {}

    private static Due due(String what, LocalDate on, LocalDate today, BusinessDays calendar) {
        if (on == null) {
            return NOTHING;
        }
        // Beyond a day by a week-end only is late as well.
        return new Due(what, on, on.isBefore(today) ? Math.max(1, calendar.between(on, today)) : 0);
    }

    public boolean given() {
        return what != null;
    }
}
