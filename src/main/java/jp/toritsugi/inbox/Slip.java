package jp.toritsugi.inbox;

import java.time.Instant;
import java.util.List;
import jp.toritsugi.provision.ReceivedCase;
import jp.toritsugi.referral.Noted;
import jp.toritsugi.referral.Outcome;
import jp.toritsugi.referral.ReferralState;
import jp.toritsugi.referral.ReferralView;
import jp.toritsugi.sheet.SheetDescription;

/**
 * A paper that goes with a referral, as laid out.
 *
 * @param receipt 受付番号, for asking back
 * @param given what it may say; null inside one house, where the sheet is at hand
 * @param senderTelephone of the introducing institution, or null
 * @param place of the desk: where it is sent, or null
 */
record Slip(
        ReferralView referral,
        String receipt,
        ReceivedCase given,
        String channel,
        String senderTelephone,
        String place,
        Instant printedAt,
        String printedBy,
        String printedFor) {

    /** Nothing is put on paper any more once it was taken back or called off. */
    static boolean isFor(ReferralView referral, ReceivedCase given) {
        return referral.state() != ReferralState.CANCELLED
                && (given == null || given.provision().recalledAt() == null);
    }

    /** Sections about the firm and its representative. */
    public List<SheetDescription.Section> who() {
        return sections(true);
    }

    /** The others: how it was asked, facts, wishes. */
    public List<SheetDescription.Section> further() {
        return sections(false);
    }

    private List<SheetDescription.Section> sections(boolean about) {
        return given == null
                ? List.of()
                : given.sections().stream()
                        .filter(section -> (section.title().equals("事業者")
                                        || section.title().equals("代表者"))
                                == about)
                        .toList();
    }

    public List<Outcome> outcomes() {
        return List.of(Outcome.values());
    }

    public List<Noted> kinds() {
        return List.of(Noted.CONTACT, Noted.VISIT, Noted.PLAN);
    }
}
