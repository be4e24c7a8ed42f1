package jp.toritsugi.diagnosis;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.consent.ConsentWording;
import jp.toritsugi.consent.ConsentWordings;
import jp.toritsugi.consent.Consents;
import jp.toritsugi.consent.RecipientKind;

/**
 * 同意 on a sheet's page.
 *
 * @param lines what the owner said, in the order it was said
 * @param withdrawable kinds whose consent is in force
 * @param askable kinds to ask about
 * @param wording what is shown to the owner today
 */
record ConsentSection(
        List<Line> lines,
        List<RecipientKind> withdrawable,
        List<RecipientKind> askable,
        ConsentWording wording,
        LocalDate today) {

    /**
     * @param wording code of the text shown, or null where nothing says when it was given
     * @param counts false for a word of an older sheet that a later one about the same kind took the place of
     * @param inForce the case may go there by it
     */
    record Line(ConsentGiven consent, String wording, boolean counts, boolean inForce) {
        public String state() {
            String said = consent.withdrawnOn() != null ? "撤回" : consent.given() ? "同意あり" : "同意なし";
            return counts ? said : said + "（のちの言葉が効きます）";
        }
    }

    static ConsentSection of(Consents consents, ConsentWordings wordings, LocalDate today) {
        return new ConsentSection(
                consents.all().stream()
                        .map(consent -> line(consent, consents, wordings))
                        .toList(),
                consents.inForce(),
                Arrays.stream(RecipientKind.values())
                        .filter(kind -> kind != RecipientKind.OWN_ADVISER)
                        .filter(kind -> !consents.inForce().contains(kind))
                        .toList(),
                wordings.current(),
                today);
    }

    private static Line line(ConsentGiven consent, Consents consents, ConsentWordings wordings) {
        boolean counts = consents.about(consent.recipient()).orElseThrow() == consent;
        return new Line(
                consent,
                wordings.codeOf(consent),
                counts,
                counts && consents.inForce().contains(consent.recipient()));
    }

    public ConsentGiven.Means[] means() {
        return ConsentGiven.Means.values();
    }
}
