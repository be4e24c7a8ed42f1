package jp.toritsugi.diagnosis;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.problem.AlreadyTaken;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.sheet.NewDiagnosis;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Keying a sheet in, and correcting one. Whatever is refused, what was typed is shown again. */
@Path("/diagnoses")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Produces(MediaType.TEXT_HTML)
class EntryPages {
    private final EntryPageMaker maker;
    private final EntryReader reader;
    private final RepeatedRecording repeated;
    private final CurrentViewer viewer;

    EntryPages(EntryPageMaker maker, EntryReader reader, RepeatedRecording repeated, CurrentViewer viewer) {
        this.maker = maker;
        this.reader = reader;
        this.repeated = repeated;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "diagnosis")
    static class Templates {
        static native TemplateInstance entry(EntryPage page);
    }

    /** @param after an earlier sheet of the firm, whose firm and person the form begins with */
    @GET
    @Path("/new")
    @Operation(hidden = true)
    public TemplateInstance blank(
            @QueryParam("questionnaire") String questionnaire, @QueryParam("after") String after) {
        if (after != null) {
            return Templates.entry(maker.next(
                    new DiagnosisId(UUID.randomUUID()), DiagnosisId.fromString(after), questionnaire, viewer.get()));
        }
        return Templates.entry(maker.blank(new DiagnosisId(UUID.randomUUID()), questionnaire, viewer.get()));
    }

    @POST
    @Path("/{id}/entry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response record(DiagnosisId id, MultivaluedMap<String, String> form) {
        Map<String, List<String>> typed = maker.typed(form);
        try {
            NewDiagnosis sheet = reader.read(typed);
            repeated.record(id, sheet, viewer.get());
        } catch (InvalidInput | AlreadyTaken refused) {
            return again(refused, maker.refused(id, null, typed, refused.violations(), viewer.get()));
        } catch (DiagnosisDiffers differs) {
            return again(differs, maker.alreadyRecorded(id, typed, viewer.get()));
        }
        return sheet(id);
    }

    @GET
    @Path("/{id}/correction")
    @Operation(hidden = true)
    public TemplateInstance correction(DiagnosisId id) {
        return Templates.entry(maker.correction(id, viewer.get()));
    }

    @POST
    @Path("/{id}/correction")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response correct(DiagnosisId id, MultivaluedMap<String, String> form) {
        Map<String, List<String>> typed = maker.typed(form);
        int base = maker.base(form);
        try {
            repeated.correct(id, reader.read(typed), base, viewer.get());
        } catch (InvalidInput | AlreadyTaken refused) {
            return again(refused, maker.refused(id, base, typed, refused.violations(), viewer.get()));
        } catch (StaleRevision stale) {
            return again(stale, maker.stale(id, base, typed, viewer.get()));
        }
        return sheet(id);
    }

    private static Response again(Refusal refused, EntryPage page) {
        return Response.status(refused.status()).entity(Templates.entry(page)).build();
    }

    private static Response sheet(DiagnosisId id) {
        return Response.seeOther(URI.create("/diagnoses/" + id)).build();
    }
}
