package jp.toritsugi.inbox;

import java.util.List;
import jp.toritsugi.provision.ReceivedCase;
import jp.toritsugi.referral.Noted;
import jp.toritsugi.referral.ReferralView;

/**
 * One referral as laid out for whoever may see it.
 *
 * @param given what the receiver was given; null inside one house
 * @param telephone of the other side, or null where it is not known
 * @param back address of the list or the sheet this came from
 * @param today in 和暦, to begin an entry with
 * @param kinds of entries the viewer may write, none where the referral has ended
 * @param typed what was refused a moment ago
 * @param lost whether what was typed belongs to a form that is offered no longer
 */
record ReferralPage(
        ReferralView referral,
        ReceivedCase given,
        Due due,
        String telephone,
        boolean receiver,
        boolean consultant,
        String back,
        String today,
        List<Noted> kinds,
        SaidForm typed,
        boolean lost,
        boolean printable) {

    /** Whom it is about, as far as it was given. */
    public String heading() {
        return given == null ? "自機関内の取次" : given.provision().person();
    }

    public boolean house() {
        return referral.from().equals(referral.to());
    }

    /** A move that needs no word. */
    public List<ReferralView.LegalMove> plain() {
        return referral.moves().stream()
                .filter(move -> move.reasons().isEmpty() && move.outcomes().isEmpty())
                .filter(move -> !move.move().equals("accept"))
                .toList();
    }

    /** Moves that need a reason or an outcome chosen, but for the decline, which has its own form. */
    public List<ReferralView.LegalMove> explained() {
        return referral.moves().stream()
                .filter(move -> !move.reasons().isEmpty() || !move.outcomes().isEmpty())
                .filter(move -> !move.move().equals("reject"))
                .toList();
    }

    public List<ReferralView.Choice> declines() {
        return referral.moves().stream()
                .filter(move -> move.move().equals("reject"))
                .flatMap(move -> move.reasons().stream())
                .toList();
    }

    /** Which of the moves sound final. */
    static boolean ends(String move) {
        return move.equals("complete") || move.equals("fail") || move.equals("cancel");
    }
}
