package jp.toritsugi.provision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.consent.RecipientKind;

/**
 * A record of provision as answered.
 *
 * @param diagnosis which sheet, on the giver's side; the receiver is given the items only
 * @param person 本人; on the receiver's side as far as the items say who it is
 * @param content null in lists
 * @param recalledAt null while the provision stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProvisionView(
        UUID id,
        UUID diagnosis,
        String from,
        String fromName,
        String to,
        String toName,
        RecipientKind recipient,
        Basis basis,
        String person,
        List<ProvidedItem> items,
        ProvidedContent content,
        LocalDate consentedOn,
        String consentMeans,
        String consentWording,
        Instant providedAt,
        String providedByName,
        Instant recalledAt,
        String recalledBecause) {

    /** For a list. */
    ProvisionView withoutContent() {
        return new ProvisionView(
                id,
                diagnosis,
                from,
                fromName,
                to,
                toName,
                recipient,
                basis,
                person,
                items,
                null,
                consentedOn,
                consentMeans,
                consentWording,
                providedAt,
                providedByName,
                recalledAt,
                recalledBecause);
    }

    public String consentMeansLabel() {
        if (consentMeans == null) {
            return "";
        }
        return switch (consentMeans) {
            case "signature" -> "署名";
            case "oral" -> "口頭";
            default -> "電磁的";
        };
    }

    /** The receiver, and as what it receives, where that does not go without saying. */
    public String receiverLabel() {
        return toName.equals(recipient.label()) ? toName : toName + "（" + recipient.label() + "として）";
    }

    public String itemLabels() {
        return String.join("、", items.stream().map(ProvidedItem::label).toList());
    }
}
