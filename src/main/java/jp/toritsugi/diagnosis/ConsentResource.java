package jp.toritsugi.diagnosis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Consents given and taken back after the interview, for programs. */
@Path("/api/v1/diagnoses")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Tag(name = "同意と第三者提供")
class ConsentResource {
    /** In the place of a kind: every consent. */
    static final String ALL = "all";

    private final ConsentRecorder recorder;
    private final CurrentViewer viewer;

    ConsentResource(ConsentRecorder recorder, CurrentViewer viewer) {
        this.recorder = recorder;
        this.viewer = viewer;
    }

    /**
     * The owner's word about one kind of recipient.
     *
     * @param on day it was given; left out = today
     * @param wording code of the text shown; left out = the current one
     * @param reason what the history shall say beside it
     */
    public record ConsentWord(
            RecipientKind recipient,
            Boolean given,
            LocalDate on,
            ConsentGiven.Means means,
            String wording,
            String reason) {}

    /** @param on day the owner took it back; left out = today */
    public record ConsentWithdrawal(LocalDate on, String reason) {}

    @POST
    @Path("/{id}/consents")
    @Operation(summary = "同意（または不同意）を記録する。版が一つ増える。If-Match を付けると、その版に対してだけ記録する")
    public Response give(DiagnosisId id, @HeaderParam("If-Match") String ifMatch, ConsentWord word) {
        if (word == null) {
            throw new InvalidInput("", "同意の内容（JSON）を送ってください。");
        }
        ConsentGiven consent =
                new ConsentGiven(word.recipient(), word.given(), word.on(), word.means(), null, word.wording());
        return DiagnosisResource.answer(
                200, recorder.give(id, List.of(consent), word.reason(), base(ifMatch), viewer.get()));
    }

    @POST
    @Path("/{id}/consents/{recipient}/withdrawal")
    @Operation(summary = "同意を撤回する（recipient が all ならすべて）。その同意による提供は同時に取り消される")
    public Response withdraw(
            DiagnosisId id, String recipient, @HeaderParam("If-Match") String ifMatch, ConsentWithdrawal withdrawal) {
        LocalDate on = withdrawal == null ? null : withdrawal.on();
        String reason = withdrawal == null ? null : withdrawal.reason();
        return DiagnosisResource.answer(
                200, recorder.withdraw(id, kind(recipient), on, reason, base(ifMatch), viewer.get()));
    }

    /** Null = all. */
    static RecipientKind kind(String code) {
        return ALL.equals(code) ? null : RecipientKind.find(code).orElseThrow(() -> new NotFound("この提供先の種類"));
    }

    private static Integer base(String ifMatch) {
        return ifMatch == null ? null : DiagnosisResource.revision(ifMatch);
    }
}
