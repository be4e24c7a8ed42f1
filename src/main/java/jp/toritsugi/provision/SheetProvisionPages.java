package jp.toritsugi.provision;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.problem.InvalidInput;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Giving a case away, and telling a person to whom it was given; both from the sheet's page. */
@Path("/diagnoses")
@Produces(MediaType.TEXT_HTML)
class SheetProvisionPages {
    private final ProvisionDesk desk;
    private final DisclosureDesk disclosures;
    private final CurrentViewer viewer;

    SheetProvisionPages(ProvisionDesk desk, DisclosureDesk disclosures, CurrentViewer viewer) {
        this.desk = desk;
        this.disclosures = disclosures;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "provision")
    static class Templates {
        static native TemplateInstance disclosure(Disclosure disclosure);
    }

    /** @param receiver institution and kind with a space between: {@code succession-center center} */
    @POST
    @Path("/{id}/provisions")
    @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response provide(
            DiagnosisId id,
            @FormParam("provision") String provision,
            @FormParam("receiver") String receiver,
            @FormParam("item") List<String> items) {
        String[] parts = receiver == null ? new String[0] : receiver.split(" ");
        if (parts.length != 2) {
            throw new InvalidInput("to", "提供先を選んでください。");
        }
        desk.provide(
                new ProvisionDesk.NewProvision(
                        provision == null ? null : id(provision),
                        id.value(),
                        parts[0],
                        RecipientKind.find(parts[1])
                                .orElseThrow(() -> new InvalidInput("recipient", "提供先の種類が正しくありません。")),
                        items.stream()
                                .map(item -> ProvidedItem.find(item)
                                        .orElseThrow(() -> new InvalidInput("items", "提供できない項目が選ばれています。")))
                                .toList()),
                viewer.get());
        return Response.seeOther(URI.create("/diagnoses/" + id + "#provisions")).build();
    }

    @GET
    @Path("/{id}/disclosure")
    @RolesAllowed({Roles.MANAGER, Roles.COORDINATOR})
    @Operation(hidden = true)
    public TemplateInstance disclosure(DiagnosisId id) {
        return Templates.disclosure(disclosures.disclose(id, "page", viewer.get()));
    }

    @GET
    @Path("/{id}/disclosure.csv")
    @RolesAllowed({Roles.MANAGER, Roles.COORDINATOR})
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response disclosureCsv(DiagnosisId id) {
        return ProvisionResource.file("disclosure.csv", ProvisionCsv.of(disclosures.disclose(id, "csv", viewer.get())));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("provision", "画面を開き直してから、もう一度お試しください。");
        }
    }
}
