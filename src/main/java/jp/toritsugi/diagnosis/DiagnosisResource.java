package jp.toritsugi.diagnosis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.sheet.SheetContent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
    private final FirmTracing firms;
    private final SheetAdvice advice;
    private final SheetContent content;
    private final CurrentViewer viewer;

    DiagnosisResource(
            InterviewRecorder recorder,
            RepeatedRecording repeated,
            DiagnosisRepository diagnoses,
            DiagnosisSearch search,
            FirmTracing firms,
            SheetAdvice advice,
            SheetContent content,
            CurrentViewer viewer) {
        this.recorder = recorder;
        this.repeated = repeated;
        this.diagnoses = diagnoses;
        this.search = search;
        this.firms = firms;
        this.advice = advice;
        this.content = content;
        this.viewer = viewer;
    }

    /** Why a sheet is taken back. */
    public record Withdrawal(String reason) {}

    @PUT
    @Path("/{id}")
    @Operation(summary = "診断を記録する。同じ内容を何度送っても結果は変わらない。If-Match を付けると訂正になる")
    public Response put(DiagnosisId id, @HeaderParam("If-Match") String ifMatch, NewDiagnosis sheet) {
        Viewer who = viewer.get();
        if (sheet == null) {
            throw new InvalidInput("", "診断の内容（JSON）を送ってください。");
        }
        InterviewRecorder.Recorded recorded =
                ifMatch == null ? repeated.record(id, sheet, who) : repeated.correct(id, sheet, revision(ifMatch), who);
        return answer(recorded.created() ? 201 : 200, recorded.diagnosis());
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "一枚の診断票")
    public Response get(DiagnosisId id) {
        Viewer who = viewer.get();
        Diagnosis diagnosis = diagnoses.open(id, "sheet", who);
        return answer(200, firms.told(diagnosis, advice.view(diagnosis, who)));
    }

    @GET
    @Path("/{id}/revisions")
    @Transactional
    @Operation(summary = "診断票の履歴（古い順）")
    public PageOf<RevisionView> revisions(DiagnosisId id) {
        List<RevisionView> whole = diagnoses.revisions(diagnoses.open(id, "history", viewer.get())).stream()
                .map(revision -> RevisionView.of(revision, content))
                .toList();
        return new PageOf<>(whole, null);
    }

    @GET
    @Operation(summary = "診断票を探す")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "事業者名・カナ・代表者名・法人番号・管理番号の一部。100文字、8語まで。名前で探すときは POST /api/v1/diagnoses/search を使う")
    @Parameter(name = "receipt", in = ParameterIn.QUERY, description = "受付番号")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "診断日がこの日以降。2019-07-01、令和元年7月1日など")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "診断日がこの日以前")
    @Parameter(name = "institution", in = ParameterIn.QUERY, description = "支援機関")
    @Parameter(name = "institutionType", in = ParameterIn.QUERY, description = "支援機関の種別")
    @Parameter(name = "municipality", in = ParameterIn.QUERY, description = "団体コード6桁")
    @Parameter(name = "area", in = ParameterIn.QUERY, description = "地域の名前")
    @Parameter(name = "industry", in = ParameterIn.QUERY, description = "日本標準産業分類の大分類、またはその下の符号")
    @Parameter(name = "ageFrom", in = ParameterIn.QUERY, description = "代表者の年齢の下限")
    @Parameter(name = "ageTo", in = ParameterIn.QUERY, description = "代表者の年齢の上限")
    @Parameter(name = "leaf", in = ParameterIn.QUERY, description = "到達区分")
    @Parameter(name = "leafState", in = ParameterIn.QUERY, description = "clear, action, open")
    @Parameter(
            name = "question",
            in = ParameterIn.QUERY,
            description = "設問の符号。集計の件数のもとになった診断票を探すとき、answer や mark と組み合わせる")
    @Parameter(name = "answer", in = ParameterIn.QUERY, description = "回答の符号")
    @Parameter(name = "mark", in = ParameterIn.QUERY, description = "on-branch, unanswered, off-branch, eligible（対象）")
    @Parameter(name = "basis", in = ParameterIn.QUERY, description = "on-branch なら分岐内の回答だけ")
    @Parameter(name = "version", in = ParameterIn.QUERY, description = "調査票の版")
    @Parameter(name = "offBranch", in = ParameterIn.QUERY, description = "true なら分岐外の回答がある診断票だけ")
    @Parameter(name = "status", in = ParameterIn.QUERY, description = "recorded（既定）または withdrawn")
    @Parameter(name = "sort", in = ParameterIn.QUERY, description = "day（診断日の新しい順、既定）または name（五十音順）")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "一度に返す件数。1から200まで、既定は50")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "前の答えの next")
    public PageOf<DiagnosisLine> list(@Context UriInfo address) {
        return search.find(DiagnosisQuery.of(address.getQueryParameters()), viewer.get());
    }

    @POST
    @Path("/search")
    @Operation(
            summary = "診断票を探す（条件を本文で送る）",
            description = "GET と同じ条件を、同じ名前で、平らなJSONオブジェクトとして送る。答えも同じ。" + "名前や管理番号で探すときはこちらを使う。アドレスに書いた名前は、途中の機械の記録に残る。")
    public PageOf<DiagnosisLine> search(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(type = SchemaType.OBJECT),
                                            example = "{\"q\": \"りんご\", \"limit\": 50}"))
                    Map<String, Object> asked) {
        return search.find(DiagnosisQuery.ofJson(asked), viewer.get());
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(summary = "診断票を取り下げる。何も消えず、集計から外れる")
    public Response withdraw(DiagnosisId id, Withdrawal withdrawal) {
        return answer(200, recorder.withdraw(id, withdrawal == null ? null : withdrawal.reason(), viewer.get()));
    }

    @POST
    @Path("/{id}/prints")
    @Transactional
    @Operation(summary = "診断票を印刷したことを証跡に残す。画面が印刷のときに送る")
    public void printed(DiagnosisId id) {
        diagnoses.printed(id, viewer.get());
    }

    static Response answer(int status, DiagnosisView view) {
        return Response.status(status)
                .entity(view)
                .tag(new EntityTag(Integer.toString(view.revision())))
                .build();
    }

    static int revision(String ifMatch) {
        Matcher tag = ENTITY_TAG.matcher(ifMatch);
        if (!tag.matches()) {
            // A tag we never gave out names no revision that could be the latest.
            throw new StaleRevision();
        }
        return Integer.parseInt(tag.group(1));
    }
}
