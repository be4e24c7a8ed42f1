package jp.toritsugi.roster;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One person in the register: added, moved, ended, named anew. */
@Path("/roster/members")
@RolesAllowed({Roles.ADMIN, Roles.MANAGER})
@Produces(MediaType.TEXT_HTML)
class MemberPages {
    private static final String ID = "{id:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}";

    private final Members members;
    private final MemberKeeper keeper;
    private final MemberForms forms;
    private final CurrentViewer viewer;

    MemberPages(Members members, MemberKeeper keeper, MemberForms forms, CurrentViewer viewer) {
        this.members = members;
        this.keeper = keeper;
        this.forms = forms;
        this.viewer = viewer;
    }

    /**
     * @param others the person's periods within the viewer's remit, newest first
     * @param editable whether the viewer keeps this period and it is not over
     */
    record PersonPage(
            MemberView member,
            List<MemberView> others,
            boolean editable,
            boolean self,
            List<FormField> move,
            List<FormField> end,
            List<FormField> name,
            List<FormField> mail,
            List<String> faults) {}

    @CheckedTemplate(basePath = "roster")
    static class Templates {
        static native TemplateInstance person(PersonPage page);
    }

    @GET
    @Path("/new")
    @Operation(hidden = true)
    public TemplateInstance blank(@QueryParam("institution") String institution) {
        Typed typed = Typed.nothing().with("institution", institution).with("role", Roles.OFFICER);
        return FormTemplates.form(forms.add(typed, viewer.get()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response add(MultivaluedMap<String, String> form) {
        Typed typed = Typed.of(form);
        try {
            return seeOther(keeper.add(forms.newMember(typed), viewer.get()));
        } catch (InvalidInput | PeriodUnfit | UserNameUnclaimed refusal) {
            return answer(refusal, FormTemplates.form(forms.add(typed.blame(refusal), viewer.get())));
        }
    }

    @GET
    @Path(ID)
    @Operation(hidden = true)
    public TemplateInstance person(@PathParam("id") UUID id) {
        return person(id, Typed.nothing());
    }

    @POST
    @Path(ID + "/move")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response move(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        Typed typed = Typed.of(form);
        try {
            Move move = keeper.checkMove(id, forms.move(typed), viewer.get());
            if (!typed.isConfirmed()) {
                return ask(forms.confirmMove(members.one(id, viewer.get()), move, typed, viewer.get()));
            }
            return seeOther(keeper.move(id, move, viewer.get()));
        } catch (InvalidInput | PeriodUnfit refusal) {
            return answer(refusal, person(id, typed.blameDay(refusal, "from")));
        }
    }

    @POST
    @Path(ID + "/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response end(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        Typed typed = Typed.of(form);
        try {
            LocalDate on = forms.lastDay(typed);
            keeper.checkEnd(id, on, viewer.get());
            if (!typed.isConfirmed()) {
                return ask(forms.confirmEnd(members.one(id, viewer.get()), on, typed));
            }
            keeper.end(id, on, viewer.get());
            return seeOther(id);
        } catch (InvalidInput | PeriodUnfit refusal) {
            return answer(refusal, person(id, typed.blameDay(refusal, "on")));
        }
    }

    @POST
    @Path(ID + "/name")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response rename(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        Typed typed = Typed.of(form);
        try {
            keeper.rename(id, typed.text("displayName"), viewer.get());
            return seeOther(id);
        } catch (InvalidInput refusal) {
            return answer(refusal, person(id, typed.blame(refusal)));
        }
    }

    @POST
    @Path(ID + "/mail")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response setMail(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        Typed typed = Typed.of(form);
        try {
            keeper.setMail(id, typed.text("email"), viewer.get());
            return seeOther(id);
        } catch (InvalidInput refusal) {
            return answer(refusal, person(id, typed.blame(refusal)));
        }
    }

    private TemplateInstance person(UUID id, Typed typed) {
        Viewer who = viewer.get();
        MemberView member = members.shown(id, who);
        List<FormField> move = forms.moveFields(member, typed, who);
        List<FormField> end = forms.endFields(typed);
        List<FormField> name = forms.nameFields(member, typed);
        List<FormField> mail = forms.mailFields(member, typed);
        boolean covered = new Remit(who).covers(member.institution(), member.role(), member.userName());
        return Templates.person(new PersonPage(
                member,
                members.periods(member.userName(), who),
                covered && member.isOpen(),
                member.userName().equals(who.userName()),
                move,
                end,
                name,
                mail,
                FormField.faults(List.of(move, end, name, mail))));
    }

    private static Response ask(Confirmation confirmation) {
        return Response.ok(FormTemplates.confirm(confirmation)).build();
    }

    private static Response answer(Refusal refusal, TemplateInstance page) {
        return Response.status(refusal.status()).entity(page).build();
    }

    private static Response seeOther(UUID id) {
        return Response.seeOther(URI.create("/roster/members/" + id)).build();
    }
}
