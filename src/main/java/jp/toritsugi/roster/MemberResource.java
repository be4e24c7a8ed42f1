package jp.toritsugi.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.PageOf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** People in the register, for programs. A period is named by its number: user names are people's and stay out of addresses. */
@Path("/api/v1/members")
@RolesAllowed({Roles.ADMIN, Roles.MANAGER})
@Tag(name = "名簿")
class MemberResource {
    private static final String ID = "{id:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}";

    private final Members members;
    private final MemberKeeper keeper;
    private final Enroller enroller;
    private final UserNames names;
    private final CurrentViewer viewer;

    MemberResource(Members members, MemberKeeper keeper, Enroller enroller, UserNames names, CurrentViewer viewer) {
        this.names = names;
        this.members = members;
        this.keeper = keeper;
        this.enroller = enroller;
        this.viewer = viewer;
    }

    /** @param on last day; null = today */
    public record Ending(LocalDate on) {}

    /** 氏名. */
    public record Naming(String displayName) {}

    /** 利用者名, as log-in servers or people spell them. */
    public record Names(List<String> userNames) {}

    /**
     * What became of them.
     *
     * @param registered as the register spells them
     * @param taken those that could not be taken in; with one of them nothing is
     */
    public record NamesTakenIn(List<String> registered, List<String> taken) {}

    /** メールアドレス. */
    public record Mailing(String email) {}

    @GET
    @Operation(summary = "担当者の一覧。システム管理はネットワーク、機関管理者は自分の機関")
    @Parameter(name = "institution", in = ParameterIn.QUERY, description = "機関コード")
    @Parameter(name = "role", in = ParameterIn.QUERY, description = "役割の符号")
    @Parameter(name = "past", in = ParameterIn.QUERY, description = "true なら終わった期間も")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "一度に返す件数。1から200まで、既定は50")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "前の答えの next")
    public PageOf<MemberView> list(@Context UriInfo address) {
        return members.find(MemberQuery.of(address.getQueryParameters()), viewer.get());
    }

    @GET
    @Path(ID)
    @Operation(summary = "一つの期間")
    public MemberView get(@PathParam("id") UUID id) {
        return members.shown(id, viewer.get());
    }

    @POST
    @Operation(summary = "担当者を登録する。アカウントはログインサーバーで作る")
    public Response add(NewMember sent) {
        UUID id = keeper.add(sent, viewer.get());
        return Response.created(URI.create("/api/v1/members/" + id))
                .entity(members.one(id, viewer.get()))
                .build();
    }

    @POST
    @Path(ID + "/move")
    @Operation(summary = "異動。今の期間を前日で終え、新しい期間を始める")
    public MemberView move(@PathParam("id") UUID id, Move sent) {
        return members.one(keeper.move(id, sent, viewer.get()), viewer.get());
    }

    @POST
    @Path(ID + "/end")
    @Operation(summary = "期間の最後の日を決める")
    public MemberView end(@PathParam("id") UUID id, Ending sent) {
        keeper.end(id, sent == null ? null : sent.on(), viewer.get());
        return members.one(id, viewer.get());
    }

    @POST
    @Path(ID + "/name")
    @Operation(summary = "氏名を改める")
    public MemberView rename(@PathParam("id") UUID id, Naming sent) {
        keeper.rename(id, sent == null ? null : sent.displayName(), viewer.get());
        return members.one(id, viewer.get());
    }

    @POST
    @Path(ID + "/mail")
    @Operation(summary = "お知らせのメールの送り先を改める。空なら送らない")
    public MemberView setMail(@PathParam("id") UUID id, Mailing sent) {
        keeper.setMail(id, sent == null ? null : sent.email(), viewer.get());
        return members.one(id, viewer.get());
    }

    @POST
    @Path("/user-names")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "利用者名をネットワークのものとして登録しておく",
            description = "一つの導入に複数のネットワークがあるとき、新しい利用者名はこうして登録してから、機関管理者が担当者として登録できる。一件でも使われていれば何も登録しない。")
    public NamesTakenIn claim(Names sent) {
        return new NamesTakenIn(names.claim(sent == null ? null : sent.userNames(), viewer.get()), List.of());
    }

    @POST
    @Path("/enrolments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "CSVで名簿をまとめて登録する",
            description = "dryRun=true（既定）は確認だけ。誤りのある行が一つでもあれば何も記録しない。同じファイルを何度送っても結果は変わらない。")
    public EnrolmentReport enrol(
            @RestForm("file") FileUpload file, @QueryParam("dryRun") @DefaultValue("true") String dryRun) {
        if (!dryRun.equals("true") && !dryRun.equals("false")) {
            throw new InvalidInput("dryRun", "true か false を指定してください。");
        }
        return enroller.enrol(EnrolmentFile.bytes(file), dryRun.equals("true"), viewer.get());
    }
}
