package jp.toritsugi.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/**
 * What routing will need beside the answers; everything may be unknown (null).
 *
 * @param handoverWithinYears 承継予定, whole years from the interview, 0 to 50
 * @param adviser 相談中の先, free text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Facts(
        Boolean debtRescheduling,
        Boolean insolvent,
        Boolean cashTight,
        Boolean closing,
        Boolean loans,
        Boolean guarantee,
        Boolean sharesDispersed,
        Boolean inheritanceConcern,
        Boolean taxRelief,
        Boolean dispute,
        Boolean healthConcern,
        Boolean openSearch,
        @Min(value = 0, message = "承継予定は0から50までの年数で入力してください。") @Max(value = 50, message = "承継予定は0から50までの年数で入力してください。")
                Integer handoverWithinYears,
        Performance performance,
        @Size(max = 200, message = "200文字以内で入力してください。") String adviser) {

    /** 業績. */
    public enum Performance {
        @JsonProperty("up")
        UP("上向き"),
        @JsonProperty("flat")
        FLAT("横ばい"),
        @JsonProperty("down")
        DOWN("下向き");

        private final String label;

        Performance(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
