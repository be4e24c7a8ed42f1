package jp.toritsugi.feedback;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.query.PageOf;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** お知らせ. */
@Path("/notices")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.CONSULTANT})
@Produces(MediaType.TEXT_HTML)
class NoticePages {
    private final Notices notices;
    private final OwnMail mail;
    private final CurrentViewer viewer;

    NoticePages(Notices notices, OwnMail mail, CurrentViewer viewer) {
        this.notices = notices;
        this.mail = mail;
        this.viewer = viewer;
    }

    /**
     * @param unread whether only these are shown
     * @param next address of the page behind this one, or null
     */
    record Listed(List<NoticeLine> items, boolean unread, String next, OwnMail.Wish mail) {
        public boolean isAnyUnread() {
            return items.stream().anyMatch(line -> line.notice().isUnread());
        }
    }

    @CheckedTemplate(basePath = "feedback")
    static class Templates {
        static native TemplateInstance notices(Listed listed);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@Context UriInfo address) {
        boolean unread = "true".equals(address.getQueryParameters().getFirst("unread"));
        PageOf<NoticeView> page = notices.page(address.getQueryParameters(), viewer.get());
        String next =
                page.next() == null ? null : "/notices?" + (unread ? "unread=true&" : "") + "after=" + page.next();
        return Templates.notices(new Listed(notices.named(page.items(), viewer.get()), unread, next, mail.wish()));
    }

    /** Opening what it is about is reading it. */
    @POST
    @Path("/{id}/read")
    @Operation(hidden = true)
    public Response read(NoticeId id) {
        String address = notices.read(id, viewer.get()).address();
        return seeOther(address == null ? "/notices" : address);
    }

    @POST
    @Path("/read")
    @Operation(hidden = true)
    public Response readAll() {
        notices.readAll(viewer.get());
        return seeOther("/notices");
    }

    @POST
    @Path("/mail")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response choose(@FormParam("rhythm") String rhythm) {
        mail.choose(rhythm, viewer.get());
        return seeOther("/notices#mail");
    }

    private static Response seeOther(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
