package jp.toritsugi.roster;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.query.PageOf;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 名簿: the people, searched and listed, and as files. */
@Path("/roster")
@RolesAllowed({Roles.ADMIN, Roles.MANAGER})
@Produces(MediaType.TEXT_HTML)
class RosterPages {
    private final Members members;
    private final RosterFile files;
    private final FormChoices choices;
    private final CurrentViewer viewer;

    RosterPages(Members members, RosterFile files, FormChoices choices, CurrentViewer viewer) {
        this.members = members;
        this.files = files;
        this.choices = choices;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "roster")
    static class Templates {
        static native TemplateInstance people(PeoplePage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance people(@Context UriInfo address) {
        return page(address.getQueryParameters());
    }

    /** A name somebody looks for comes in the body, so that it stays out of addresses, histories and logs. */
    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance search(MultivaluedMap<String, String> form) {
        return page(form);
    }

    @GET
    @Path("/template.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response template() {
        return files.template();
    }

    @GET
    @Path("/current.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response current() {
        return files.current(viewer.get());
    }

    private TemplateInstance page(MultivaluedMap<String, String> typed) {
        Viewer who = viewer.get();
        boolean admin = new Remit(who).coversNetwork();
        MemberQuery query = MemberQuery.of(typed);
        PageOf<MemberView> found = members.find(query, who);
        Typed again = Typed.of(typed);
        List<FormField> filters = new ArrayList<>();
        if (admin) {
            filters.add(FormField.filter("institution", "機関", again, choices.allInstitutions(who)));
        }
        filters.add(FormField.filter("role", "役割", again, choices.roles(new Remit(who))));
        String next = found.next() == null || query.words() != null ? null : nextAddress(query, found.next());
        return Templates.people(new PeoplePage(
                found.items(),
                filters,
                query.words(),
                query.past(),
                next,
                found.next() != null,
                query.words() != null || query.institution() != null || query.role() != null,
                admin,
                who.institutionName()));
    }

    private static String nextAddress(MemberQuery query, String after) {
        UriBuilder address = UriBuilder.fromPath("/roster").queryParam("after", after);
        if (query.institution() != null) {
            address.queryParam("institution", query.institution());
        }
        if (query.role() != null) {
            address.queryParam("role", query.role());
        }
        if (query.past()) {
            address.queryParam("past", "true");
        }
        return address.build().toString();
    }
}
