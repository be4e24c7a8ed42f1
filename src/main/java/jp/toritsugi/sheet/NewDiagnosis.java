package jp.toritsugi.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.consent.Consents;
import jp.toritsugi.enterprise.EnterpriseData;
import jp.toritsugi.enterprise.RepresentativeData;

/**
 * One sheet as it is sent in. All but questionnaire, interviewedOn, enterprise.name and answers may be left out.
 *
 * @param questionnaire code and version, {@code succession-diagnosis/2016}
 * @param institution only for the secretariat keying in for somebody: the institution that held the interview
 * @param reference 管理番号 of the office, unique within its institution
 * @param answers question code to answer code ({@code yes}) or non-response ({@code unknown}, {@code declined},
 *     {@code not-asked}); an absent question is 未回答
 * @param comments free text per question code
 * @param reason why an earlier sheet is corrected; only with {@code If-Match}, and not part of the sheet's content
 * @param from for whom the talk was held; refused where the sender is at work elsewhere now, and not part of the content
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NewDiagnosis(
        @NotNull(message = "調査票の種類と版を指定してください。") String questionnaire,
        @NotNull(message = "診断日を入力してください。") LocalDate interviewedOn,
        String institution,
        @Size(max = 100, message = "100文字以内で入力してください。") String branch,
        @Size(max = 100, message = "100文字以内で入力してください。") String interviewer,
        @Size(max = 100, message = "100文字以内で入力してください。") String reference,
        Occasion occasion,
        Manner manner,
        @NotNull(message = "事業者を入力してください。") @Valid EnterpriseData enterprise,
        @Valid RepresentativeData representative,
        @NotNull(message = "回答を入力してください（空の回答は {} とします）。") @Size(max = 200, message = "回答は200個までです。")
                Map<String, String> answers,
        @Size(max = 200, message = "書き添えは200個までです。")
                Map<String, @Size(max = 2000, message = "2000文字以内で入力してください。") String> comments,
        @Valid Facts facts,
        SupportWish supportWish,
        @Size(max = 20, message = "希望する支援は20個までです。") List<DesiredSupport> desiredSupports,
        @Size(max = 200, message = "200文字以内で入力してください。") String contactPreference,
        Boolean familyContactAllowed,
        @Size(max = 100, message = "同意は100件までです。") List<@Valid ConsentGiven> consents,
        @Size(max = 4000, message = "4000文字以内で入力してください。") String note,
        @Size(max = 500, message = "500文字以内で入力してください。") String reason,
        HeldFor from) {

    /** Of a sender who does not say for whom the talk was held. */
    public NewDiagnosis(
            String questionnaire,
            LocalDate interviewedOn,
            String institution,
            String branch,
            String interviewer,
            String reference,
            Occasion occasion,
            Manner manner,
            EnterpriseData enterprise,
            RepresentativeData representative,
            Map<String, String> answers,
            Map<String, String> comments,
            Facts facts,
            SupportWish supportWish,
            List<DesiredSupport> desiredSupports,
            String contactPreference,
            Boolean familyContactAllowed,
            List<ConsentGiven> consents,
            String note,
            String reason) {
        this(
                questionnaire,
                interviewedOn,
                institution,
                branch,
                interviewer,
                reference,
                occasion,
                manner,
                enterprise,
                representative,
                answers,
                comments,
                facts,
                supportWish,
                desiredSupports,
                contactPreference,
                familyContactAllowed,
                consents,
                note,
                reason,
                null);
    }

    public Consents spokenConsents() {
        return new Consents(consents);
    }

    /** The same sheet with other consents. */
    public NewDiagnosis with(Consents other) {
        return new NewDiagnosis(
                questionnaire,
                interviewedOn,
                institution,
                branch,
                interviewer,
                reference,
                occasion,
                manner,
                enterprise,
                representative,
                answers,
                comments,
                facts,
                supportWish,
                desiredSupports,
                contactPreference,
                familyContactAllowed,
                other.all(),
                note,
                reason,
                from);
    }

    /** The sheet itself: neither whose it is, for whom it was held nor why it was corrected is part of what it says. */
    NewDiagnosis itself() {
        return new NewDiagnosis(
                questionnaire,
                interviewedOn,
                null,
                branch,
                interviewer,
                reference,
                occasion,
                manner,
                enterprise,
                representative,
                answers,
                comments,
                facts,
                supportWish,
                desiredSupports,
                contactPreference,
                familyContactAllowed,
                consents,
                note,
                null);
    }

    /** 実施契機. */
    public enum Occasion {
        @JsonProperty("visit")
        VISIT("巡回"),
        @JsonProperty("counter")
        COUNTER("窓口"),
        @JsonProperty("loan")
        LOAN("融資"),
        @JsonProperty("subsidy")
        SUBSIDY("補助金"),
        @JsonProperty("seminar")
        SEMINAR("セミナー"),
        @JsonProperty("other")
        OTHER("その他");

        private final String label;

        Occasion(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** 実施形態. */
    public enum Manner {
        @JsonProperty("face-to-face")
        FACE_TO_FACE("面談"),
        @JsonProperty("phone")
        PHONE("電話"),
        @JsonProperty("online")
        ONLINE("オンライン");

        private final String label;

        Manner(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** 支援希望. */
    public enum SupportWish {
        @JsonProperty("wanted")
        WANTED("希望する"),
        @JsonProperty("not-now")
        NOT_NOW("今は不要"),
        @JsonProperty("undecided")
        UNDECIDED("わからない");

        private final String label;

        SupportWish(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** 希望する支援. */
    public enum DesiredSupport {
        @JsonProperty("plan")
        PLAN("計画策定"),
        @JsonProperty("tax-shares")
        TAX_SHARES("税務・株式"),
        @JsonProperty("successor-search")
        SUCCESSOR_SEARCH("後継者探し"),
        @JsonProperty("third-party")
        THIRD_PARTY("第三者への引継ぎ（M&A）"),
        @JsonProperty("guarantee-release")
        GUARANTEE_RELEASE("保証解除"),
        @JsonProperty("funding")
        FUNDING("資金"),
        @JsonProperty("other")
        OTHER("その他");

        private final String label;

        DesiredSupport(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
