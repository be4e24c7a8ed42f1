package jp.toritsugi.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * The owner's word on passing the case to one kind of recipient.
 *
 * @param given true = agreed, false = refused; a recipient that is not listed was not asked
 * @param on day it was given
 * @param means how it was given
 * @param withdrawnOn day it was taken back, if it was
 * @param wording code of the text the owner was shown; null = the one in use on that day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsentGiven(
        @NotNull(message = "提供先の種類を指定してください。") RecipientKind recipient,
        @NotNull(message = "同意の有無を true か false で指定してください。") Boolean given,
        LocalDate on,
        Means means,
        LocalDate withdrawnOn,
        String wording) {

    /** By the wording in use on that day. */
    public ConsentGiven(RecipientKind recipient, Boolean given, LocalDate on, Means means, LocalDate withdrawnOn) {
        this(recipient, given, on, means, withdrawnOn, null);
    }

    /** The same, taken back on that day. */
    public ConsentGiven withdrawn(LocalDate day) {
        return new ConsentGiven(recipient, given, on, means, day, wording);
    }

    /** Given, not taken back, and to somebody the case would be passed on to. Whether it counts, {@link Consents} knows. */
    boolean allowsPassingOn() {
        return given && withdrawnOn == null && recipient != RecipientKind.OWN_ADVISER;
    }

    /** 取得方法. */
    public enum Means {
        @JsonProperty("signature")
        SIGNATURE("署名"),
        @JsonProperty("oral")
        ORAL("口頭"),
        @JsonProperty("electronic")
        ELECTRONIC("電磁的");

        private final String label;

        Means(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
