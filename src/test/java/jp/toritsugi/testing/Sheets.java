package jp.toritsugi.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.enterprise.EnterpriseData;
import jp.toritsugi.enterprise.RepresentativeData;
import jp.toritsugi.sheet.NewDiagnosis;

/** Small sheets that make sense. */
public final class Sheets {
    private static final LocalDate DAY = LocalDate.of(2019, 10, 15);

    private Sheets() {}

    /** With the owner's consent to pass the case on to the centre. */
    public static NewDiagnosis shared(String firm) {
        return shared(firm, RecipientKind.CENTER);
    }

    public static NewDiagnosis shared(String firm, RecipientKind recipient) {
        return sheet(firm, null, null, consent(recipient));
    }

    /** As {@link #shared}, with what tells a firm again at another institution. */
    public static NewDiagnosis recognisable(String firm) {
        return sheet(
                firm,
                "0172-00-1234",
                new RepresentativeData("弘前 太郎", null, null, 68, null),
                consent(RecipientKind.CENTER));
    }

    private static List<ConsentGiven> consent(RecipientKind recipient) {
        return List.of(new ConsentGiven(recipient, true, DAY, ConsentGiven.Means.SIGNATURE, null));
    }

    public static NewDiagnosis unshared(String firm) {
        return sheet(firm, null, null, null);
    }

    private static NewDiagnosis sheet(
            String firm, String phone, RepresentativeData representative, List<ConsentGiven> consents) {
        return new NewDiagnosis(
                "succession-diagnosis/2016",
                DAY,
                null,
                null,
                null,
                null,
                null,
                null,
                new EnterpriseData(firm, null, null, null, null, null, phone, null, null, null, null, null, null, null),
                representative,
                Map.of("Q1", "yes", "Q2", "no", "Q8", "no"),
                null,
                null,
                null,
                null,
                null,
                null,
                consents,
                null,
                null);
    }
}
