package jp.toritsugi.feedback;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.query.PageOf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A person's own notices, for programs. */
@Path("/api/v1/notices")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.CONSULTANT})
@Tag(name = "お知らせ")
class NoticeResource {
    private final Notices notices;
    private final OwnMail mail;
    private final CurrentViewer viewer;

    NoticeResource(Notices notices, OwnMail mail, CurrentViewer viewer) {
        this.notices = notices;
        this.mail = mail;
        this.viewer = viewer;
    }

    /** @param rhythm none, daily or at-once */
    public record Choice(String rhythm) {}

    @GET
    @Operation(summary = "自分あてのお知らせ（新しい順）。名前は含まない")
    @Parameter(name = "unread", in = ParameterIn.QUERY, description = "true なら未読だけ")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "一度に返す件数。1から200まで、既定は50")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "前の答えの next")
    public PageOf<NoticeView> list(@Context UriInfo address) {
        return notices.page(address.getQueryParameters(), viewer.get());
    }

    @POST
    @Path("/{id}/read")
    @Operation(summary = "読んだことにする")
    public NoticeView read(NoticeId id) {
        return notices.read(id, viewer.get());
    }

    @GET
    @Path("/mail")
    @Operation(summary = "自分へのメールの受取り方")
    public OwnMail.Wish mail() {
        return mail.wish();
    }

    @PUT
    @Path("/mail")
    @Operation(summary = "自分へのメールの受取り方を変える：none 送らない、daily 一日一回、at-once そのつど")
    public OwnMail.Wish choose(Choice choice) {
        return mail.choose(choice == null ? null : choice.rhythm(), viewer.get());
    }
}
