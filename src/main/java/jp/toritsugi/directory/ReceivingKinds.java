package jp.toritsugi.directory;

import java.util.List;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.organisation.InstitutionType;

/** As which kind of recipient an institution may receive a case, by its own kind. */
public final class ReceivingKinds {
    private ReceivingKinds() {}

    public static List<RecipientKind> of(InstitutionType type) {
        return switch (type) {
            case CENTER ->
                List.of(
                        RecipientKind.CENTER,
                        RecipientKind.SUCCESSOR_BANK,
                        RecipientKind.AREA_COORDINATOR,
                        RecipientKind.GUARANTEE_COORDINATOR);
            case GUARANTEE -> List.of(RecipientKind.GUARANTEE);
            case BANK, SHINKIN, CREDIT_UNION -> List.of(RecipientKind.BANK);
            case CHAMBER, SOCIETY -> List.of(RecipientKind.CHAMBER);
            case PROFESSIONAL ->
                List.of(
                        RecipientKind.TAX_ACCOUNTANT,
                        RecipientKind.ACCOUNTANT,
                        RecipientKind.LAWYER,
                        RecipientKind.MANAGEMENT_CONSULTANT);
            case PUBLIC ->
                List.of(
                        RecipientKind.YOROZU,
                        RecipientKind.REVITALIZATION,
                        RecipientKind.MUNICIPALITY,
                        RecipientKind.JFC);
            case FEDERATION -> List.of();
        };
    }
}
