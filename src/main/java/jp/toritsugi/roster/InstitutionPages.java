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
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.organisation.InstitutionFacts;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.query.PageOf;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One institution: what it is, its branches, its people, its end or merger. */
@Path("/roster/institutions")
@RolesAllowed({Roles.ADMIN, Roles.MANAGER})
@Produces(MediaType.TEXT_HTML)
class InstitutionPages {
    private final Institutions institutions;
    private final InstitutionKeeper keeper;
    private final InstitutionForms forms;
    private final Members members;
    private final CurrentViewer viewer;

    InstitutionPages(
            Institutions institutions,
            InstitutionKeeper keeper,
            InstitutionForms forms,
            Members members,
            CurrentViewer viewer) {
        this.institutions = institutions;
        this.keeper = keeper;
        this.forms = forms;
        this.members = members;
        this.viewer = viewer;
    }

    /**
     * @param mergedHere institutions it took over
     * @param people the first of those who work there
     */
    record Page(
            InstitutionView institution,
            String successorName,
            List<InstitutionView> mergedHere,
            List<MemberView> people,
            boolean morePeople,
            boolean admin,
            List<FormField> facts,
            List<FormField> branch,
            List<String> faults) {}

    /** @param past whether ended ones are listed too */
    record InstitutionList(List<Line> lines, boolean past, boolean admin) {}

    record Line(InstitutionView institution, boolean ended, String successorName) {}

    @CheckedTemplate(basePath = "roster")
    static class Templates {
        static native TemplateInstance institution(Page page);

        static native TemplateInstance institutions(InstitutionList page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@QueryParam("past") Boolean past) {
        Viewer who = viewer.get();
        List<InstitutionView> all = institutions.list(true, who);
        List<Line> lines = all.stream()
                .filter(one -> isShown(one, who))
                .map(one -> new Line(one, forms.hasEnded(one), successorName(one, all)))
                .filter(line -> Boolean.TRUE.equals(past) || !line.ended())
                .toList();
        return Templates.institutions(
                new InstitutionList(lines, Boolean.TRUE.equals(past), new Remit(who).coversNetwork()));
    }

    @GET
    @Path("/new")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance blank() {
        return FormTemplates.form(forms.add(Typed.nothing(), viewer.get()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Response add(MultivaluedMap<String, String> form) {
        Typed typed = Typed.of(form);
        try {
            NewInstitution sent = forms.institution(typed);
            forms.refuseKnown(typed.text("code"), viewer.get());
            return seeOther(keeper.put(typed.text("code"), sent, null, viewer.get())
                    .view()
                    .code());
        } catch (InvalidInput refusal) {
            return answer(refusal, FormTemplates.form(forms.add(typed.blame(refusal), viewer.get())));
        }
    }

    @GET
    @Path("/{code}")
    @Operation(hidden = true)
    public TemplateInstance institution(@PathParam("code") String code) {
        return page(code, Typed.nothing());
    }

    @POST
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Response change(@PathParam("code") String code, MultivaluedMap<String, String> form) {
        Viewer who = viewer.get();
        Typed typed = Typed.of(form);
        InstitutionView before = institutions.one(code, who);
        try {
            NewInstitution sent = forms.institution(typed);
            InstitutionFacts facts = keeper.checked(code, sent, who);
            if (!typed.isConfirmed() && forms.takesReach(before, facts)) {
                return Response.ok(
                                FormTemplates.confirm(forms.confirm(before, facts, members.reaching(code, who), typed)))
                        .build();
            }
            keeper.put(code, sent, forms.version(typed), who);
            return seeOther(code);
        } catch (InvalidInput refusal) {
            return answer(refusal, page(code, typed.blame(refusal)));
        }
    }

    @POST
    @Path("/{code}/branches")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Response putBranch(@PathParam("code") String code, MultivaluedMap<String, String> form) {
        Typed typed = Typed.of(form);
        try {
            keeper.putBranch(code, forms.branch(typed), viewer.get());
            return seeOther(code);
        } catch (InvalidInput refusal) {
            return answer(refusal, page(code, forms.ofBranch(typed, refusal)));
        }
    }

    private TemplateInstance page(String code, Typed typed) {
        Viewer who = viewer.get();
        InstitutionView one = institutions.one(code, who);
        if (!isShown(one, who)) {
            throw new NotFound("この機関");
        }
        List<InstitutionView> all = institutions.list(true, who);
        List<FormField> facts = forms.facts(one, typed, who);
        List<FormField> branch = forms.branchFields(typed);
        PageOf<MemberView> people =
                members.find(new MemberQuery(null, code, null, false, Map.of("institution", code)), who);
        return Templates.institution(new Page(
                one,
                successorName(one, all),
                all.stream().filter(other -> code.equals(other.successor())).toList(),
                people.items(),
                people.next() != null,
                new Remit(who).coversNetwork(),
                facts,
                branch,
                FormField.faults(List.of(facts, branch))));
    }

    /** A manager is shown the own institution and those it took over. */
    private static boolean isShown(InstitutionView one, Viewer who) {
        return new Remit(who).reads(one.code()) || who.institution().equals(one.successor());
    }

    private static String successorName(InstitutionView one, List<InstitutionView> all) {
        return all.stream()
                .filter(other -> other.code().equals(one.successor()))
                .map(InstitutionView::name)
                .findFirst()
                .orElse(null);
    }

    private static Response answer(Refusal refusal, TemplateInstance page) {
        return Response.status(refusal.status()).entity(page).build();
    }

    private static Response seeOther(String code) {
        return Response.seeOther(URI.create("/roster/institutions/" + code)).build();
    }
}
