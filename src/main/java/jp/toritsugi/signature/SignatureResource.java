package jp.toritsugi.signature;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signatures from the tablet. */
@Path("/api/v1/diagnoses")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Tag(name = "同意と第三者提供")
class SignatureResource {
    private final SignatureBook book;
    private final CurrentViewer viewer;

    SignatureResource(SignatureBook book, CurrentViewer viewer) {
        this.book = book;
        this.viewer = viewer;
    }

    @PUT
    @Path("/{id}/signatures/{recipient}")
    @Operation(summary = "同意の署名（線のまま）を記録する。同じ署名を何度送っても結果は変わらない")
    public Response put(DiagnosisId id, String recipient, @Valid NewSignature signature) {
        RecipientKind kind = RecipientKind.find(recipient).orElseThrow(() -> new NotFound("この提供先の種類"));
        if (signature == null) {
            throw new InvalidInput("", "署名の内容（JSON）を送ってください。");
        }
        SignatureBook.Kept kept = book.keep(id, kind, signature, viewer.get());
        return Response.status(kept.created() ? 201 : 200)
                .entity(kept.signature())
                .build();
    }
}
