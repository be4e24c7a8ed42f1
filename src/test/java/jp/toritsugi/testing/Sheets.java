package jp.toritsugi.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.enterprise.EnterpriseData;
import jp.toritsugi.sheet.NewDiagnosis;

/** Small sheets that make sense. */
public final class Sheets {
    private static final LocalDate DAY = LocalDate.of(2019, 10, 15);

    private Sheets() {}

    /** With the owner's consent to pass the case on to the centre. */
    public static NewDiagnosis shared(String firm) {
        return sheet(
                firm, List.of(new ConsentGiven(RecipientKind.CENTER, true, DAY, ConsentGiven.Means.SIGNATURE, null)));
    }

    public static NewDiagnosis unshared(String firm) {
        return sheet(firm, null);
    }

    private static NewDiagnosis sheet(String firm, List<ConsentGiven> consents) {
        return new NewDiagnosis(
                "succession-diagnosis/2016",
                DAY,
                null,
                null,
                null,
                null,
                null,
                null,
                new EnterpriseData(firm, null, null, null, null, null, null, null, null, null, null, null, null, null),
                null,
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
