package jp.toritsugi.diagnosis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.japan.DateReader;
import jp.toritsugi.problem.InvalidInput;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Consents given and taken back after the interview, on the sheet's page. */
@Path("/diagnoses")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Produces(MediaType.TEXT_HTML)
class ConsentPages {
    private final ConsentRecorder recorder;
    private final OpenSheets sheets;
    private final CurrentViewer viewer;

    ConsentPages(ConsentRecorder recorder, OpenSheets sheets, CurrentViewer viewer) {
        this.recorder = recorder;
        this.sheets = sheets;
        this.viewer = viewer;
    }

    @POST
    @Path("/{id}/consents")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response give(
            DiagnosisId id,
            @FormParam("recipient") List<String> recipients,
            @FormParam("given") String given,
            @FormParam("on") String on,
            @FormParam("means") String means,
            @FormParam("wording") String wording,
            @FormParam("reason") String reason,
            @FormParam("base") String base) {
        List<ConsentGiven> words = recipients.stream()
                .map(code -> new ConsentGiven(
                        RecipientKind.find(code).orElseThrow(() -> new InvalidInput("recipient", "提供先の種類が正しくありません。")),
                        !"false".equals(given),
                        day(on),
                        means(means),
                        null,
                        blank(wording) ? null : wording))
                .toList();
        recorder.give(id, words, reason, base(base), viewer.get());
        return back(id);
    }

    @POST
    @Path("/{id}/consents/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response withdraw(
            DiagnosisId id,
            @FormParam("recipient") String recipient,
            @FormParam("on") String on,
            @FormParam("reason") String reason) {
        recorder.withdraw(id, ConsentResource.kind(recipient), day(on), reason, null, viewer.get());
        return back(id);
    }

    /** The secretariat may have taken itself the sight of the sheet. */
    private Response back(DiagnosisId id) {
        boolean open = sheets.find(id, viewer.get()).isPresent();
        return Response.seeOther(URI.create(open ? "/diagnoses/" + id + "#consents" : "/diagnoses"))
                .build();
    }

    private static LocalDate day(String typed) {
        if (blank(typed)) {
            return null;
        }
        DateReader.Result read = DateReader.read(typed);
        if (read.day() == null) {
            throw new InvalidInput("on", read.fault());
        }
        return read.day();
    }

    private static ConsentGiven.Means means(String typed) {
        if (blank(typed)) {
            return null;
        }
        try {
            return ConsentGiven.Means.valueOf(typed.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("means", "取得方法は、署名・口頭・電磁的から選んでください。");
        }
    }

    private static Integer base(String typed) {
        return typed != null && typed.matches("[0-9]{1,9}") ? Integer.valueOf(typed) : null;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
