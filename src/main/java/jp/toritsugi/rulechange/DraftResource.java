package jp.toritsugi.rulechange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.audit.Action;
import jp.toritsugi.japan.SpreadsheetCell;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.query.PageOf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Drafts of new rules, for programs. */
@Path("/api/v1/routing/drafts")
@RolesAllowed({Roles.MANAGER, Roles.COORDINATOR})
@Tag(name = "取次の決まり")
class DraftResource {
    private final Drafts drafts;
    private final DraftDesk desk;
    private final Trials trials;
    private final CurrentViewer viewer;

    DraftResource(Drafts drafts, DraftDesk desk, Trials trials, CurrentViewer viewer) {
        this.drafts = drafts;
        this.desk = desk;
        this.trials = trials;
        this.viewer = viewer;
    }

    /** Days of interviews, both included. */
    record Days(LocalDate from, LocalDate until) {}

    /** @param trial the report before the person who approves */
    record Approval(UUID trial) {}

    record Because(String reason) {}

    @GET
    @Operation(summary = "取次の決まりの下書き（新しい順）。承認されたものと取り下げられたものも含む")
    public PageOf<RuleDraft> list() {
        return new PageOf<>(drafts.all(viewer.get()), null);
    }

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "下書きを送る。rules＝決まり（YAML）、cases＝受入れ例（CSV）。誤りのある下書きも、誤りとともに保管する")
    public Response send(@RestForm("rules") FileUpload rules, @RestForm("cases") FileUpload cases) {
        RuleDraft sent = drafts.send(DraftTexts.of(rules, cases), viewer.get());
        return Response.status(201).entity(sent).build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "一つの下書きと、試し運転の結果")
    public DraftView get(UUID id) {
        return view(id);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.COORDINATOR)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "下書きのファイルを差し替える。試し運転はやり直しになる")
    public RuleDraft replace(UUID id, @RestForm("rules") FileUpload rules, @RestForm("cases") FileUpload cases) {
        return drafts.replace(id, DraftTexts.of(rules, cases), viewer.get());
    }

    @POST
    @Path("/{id}/trials")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(summary = "試し運転。期間の診断票すべてに、下書きと今の版を当てはめて比べる")
    public DraftView tryOut(UUID id, Days days) {
        Period period = Period.of(days == null ? null : days.from(), days == null ? null : days.until());
        trials.run(id, period, viewer.get());
        return view(id);
    }

    @POST
    @Path("/{id}/approval")
    @Operation(summary = "送った人とは別の人が、試し運転の結果（trial）を添えて承認する")
    public DraftView approve(UUID id, Approval approval) {
        if (approval == null || approval.trial() == null) {
            throw new InvalidInput("trial", "確かめた試し運転の番号を指定してください。");
        }
        desk.approve(id, approval.trial(), viewer.get());
        return view(id);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(summary = "下書きを、または使い始める前の承認を取り下げる")
    public DraftView withdraw(UUID id, Because because) {
        desk.withdraw(id, because == null ? null : because.reason(), viewer.get());
        return view(id);
    }

    @GET
    @Path("/{id}/rules.yaml")
    @Produces("text/yaml")
    @Operation(summary = "下書きの決まり（YAML）、送られたまま")
    public Response rules(UUID id) {
        return file(drafts.texts(id, viewer.get()).rules(), "text/yaml", "rules.yaml");
    }

    @GET
    @Path("/{id}/cases.csv")
    @Produces("text/csv")
    @Operation(summary = "下書きの受入れ例（CSV）。表計算ソフトで式になる欄にはアポストロフィを添える。そのまま送り返せば、もとのとおりになる")
    public Response cases(UUID id) {
        return file(
                "\uFEFF"
                        + SpreadsheetCell.neutralFile(
                                drafts.texts(id, viewer.get()).cases()),
                "text/csv",
                "cases.csv");
    }

    @GET
    @Path("/{id}/trial.csv")
    @Produces("text/csv")
    @Operation(summary = "試し運転の結果（CSV、UTF-8 BOM付き）。診断票の一覧は見える範囲のものだけ")
    public Response trial(UUID id) {
        DraftDesk.Opened opened = desk.open(id, Action.EXPORTED, viewer.get());
        if (opened.trial() == null) {
            throw new NotFound("この下書きの試し運転");
        }
        return file(TrialCsv.of(opened.draft(), opened.trial(), opened.moves()), "text/csv", "trial.csv");
    }

    private DraftView view(UUID id) {
        return DraftView.of(desk.open(id, Action.VIEWED, viewer.get()));
    }

    private static Response file(Object content, String type, String name) {
        return Response.ok(content, type + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
