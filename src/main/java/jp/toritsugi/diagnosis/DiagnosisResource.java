package jp.toritsugi.diagnosis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sheets for programs. */
@Path("/api/v1/diagnoses")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Tag(name = "診断")
class DiagnosisResource {
    private static final Pattern ENTITY_TAG = Pattern.compile("\\s*(?:W/)?\"?([0-9]{1,9})\"?\\s*");

    private final InterviewRecorder recorder;
    private final RepeatedRecording repeated;
    private final DiagnosisRepository diagnoses;
    private final DiagnosisSearch search;
    private final SheetContent content;
    private final CurrentViewer viewer;

    DiagnosisResource(
            InterviewRecorder recorder,
            RepeatedRecording repeated,
            DiagnosisRepository diagnoses,
            DiagnosisSearch search,
            SheetContent content,
            CurrentViewer viewer) {
        this.recorder = recorder;
        this.repeated = repeated;
        this.diagnoses = diagnoses;
        this.search = search;
        this.content = content;
        this.viewer = viewer;
    }

    /** Why a sheet is taken back. */
    public record Withdrawal(String reason) {}

    /** A sheet's whole history, oldest first. */
    public record History(List<RevisionView> items) {}

    @PUT
    @Path("/{id}")
    @Operation(summary = "診断を記録する。同じ内容を何度送っても結果は変わらない。If-Match を付けると訂正になる")
    public Response put(DiagnosisId id, @HeaderParam("If-Match") String ifMatch, NewDiagnosis sheet) {
        Viewer who = viewer.get();
        if (sheet == null) {
            throw new InvalidInput("", "診断の内容（JSON）を送ってください。");
        }
        InterviewRecorder.Recorded recorded =
                ifMatch == null ? repeated.record(id, sheet, who) : recorder.correct(id, sheet, revision(ifMatch), who);
        return answer(recorded.created() ? 201 : 200, recorded.diagnosis());
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "一枚の診断票")
    public Response get(DiagnosisId id) {
        return answer(200, diagnoses.view(found(id)));
    }

    @GET
    @Path("/{id}/revisions")
    @Transactional
    @Operation(summary = "診断票の履歴（古い順）")
    public History revisions(DiagnosisId id) {
        return new History(diagnoses.revisions(found(id)).stream()
                .map(revision -> RevisionView.of(revision, content))
                .toList());
    }

    @GET
    @Operation(summary = "診断票を探す")
    public PageOf<DiagnosisLine> list(@BeanParam DiagnosisQuery query) {
        return search.find(query, viewer.get());
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(summary = "診断票を取り下げる。何も消えず、集計から外れる")
    public Response withdraw(DiagnosisId id, Withdrawal withdrawal) {
        return answer(200, recorder.withdraw(id, withdrawal == null ? null : withdrawal.reason(), viewer.get()));
    }

    private Diagnosis found(DiagnosisId id) {
        return diagnoses.find(id, viewer.get()).orElseThrow(() -> new NotFound("この診断票"));
    }

    private static Response answer(int status, DiagnosisView view) {
        return Response.status(status)
                .entity(view)
                .tag(new EntityTag(Integer.toString(view.revision())))
                .build();
    }

    private static int revision(String ifMatch) {
        Matcher tag = ENTITY_TAG.matcher(ifMatch);
        if (!tag.matches()) {
            // A tag we never gave out names no revision that could be the latest.
            throw new StaleRevision();
        }
        return Integer.parseInt(tag.group(1));
    }
}
