package jp.toritsugi.roster;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 利用者名を登録しておく: names the managers of the network may then give a place. */
@Path("/roster/user-names")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.TEXT_HTML)
class UserNamePages {
    private static final String WHY =
            "利用者名は、どこか一つのネットワークのものです。ここで登録しておくと、機関管理者がその名前の人を自分の機関の担当者として登録できます。担当者をここで直接登録するときは、いりません。";

    private final UserNames names;
    private final CurrentViewer viewer;

    UserNamePages(UserNames names, CurrentViewer viewer) {
        this.names = names;
        this.viewer = viewer;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance blank() {
        return page(WHY, Typed.nothing());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response claim(MultivaluedMap<String, String> form) {
        Typed typed = Typed.of(form);
        try {
            List<String> taken = names.claim(List.of(typed.value("userNames").split("[\\s　,、，]+")), viewer.get());
            return Response.ok(page("登録しました：" + String.join("、", taken), Typed.nothing()))
                    .build();
        } catch (InvalidInput | UserNamesTaken refusal) {
            return answer(refusal, typed.blame(refusal));
        }
    }

    private static Response answer(Refusal refusal, Typed typed) {
        return Response.status(refusal.status()).entity(page(WHY, typed)).build();
    }

    private static TemplateInstance page(String says, Typed typed) {
        List<FormField> fields =
                List.of(FormField.text("userNames", "利用者名", "ログインサーバーに登録した名前。いくつも書くときは、空白か読点で区切ります", true, typed));
        return FormTemplates.form(new FormPage(
                "利用者名を登録しておく",
                says,
                "/roster/user-names",
                fields,
                FormField.faults(List.of(fields)),
                "登録する",
                "/roster"));
    }
}
