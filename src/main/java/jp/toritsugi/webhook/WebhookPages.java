package jp.toritsugi.webhook;

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
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.feedback.EventKind;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Violation;
import jp.toritsugi.query.PageOf;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Webhook: the list, and one of them with its log. */
@Path("/webhooks")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.TEXT_HTML)
class WebhookPages {
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Secrets secrets;
    private final CurrentViewer viewer;

    WebhookPages(Webhooks webhooks, Deliveries deliveries, Secrets secrets, CurrentViewer viewer) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.viewer = viewer;
    }

    /** @param typed what was typed and not taken, or null @param faults what was wrong with it */
    record Listed(List<WebhookView> hooks, boolean canSeal, WebhookForm.Typed typed, List<Violation> faults) {
        public List<EventKind> kinds() {
            return NewWebhook.offered();
        }
    }

    /**
     * @param secret shown this once, or null
     * @param again how many will be delivered again, or null
     * @param next address of the log's next page, or null
     */
    record One(
            WebhookView hook,
            List<DeliveryView> log,
            String state,
            String next,
            String secret,
            String again,
            List<Violation> faults) {
        public List<EventKind> kinds() {
            return NewWebhook.offered();
        }
    }

    @CheckedTemplate(basePath = "webhook")
    static class Templates {
        static native TemplateInstance webhooks(Listed listed);

        static native TemplateInstance webhook(One one);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list() {
        return listed(WebhookForm.Typed.NOTHING, List.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response register(MultivaluedMap<String, String> form) {
        WebhookForm.Typed typed = WebhookForm.Typed.of(form);
        try {
            Webhooks.Made made = webhooks.register(typed.asked(), viewer.get());
            return Response.ok(page(made.webhook(), new MultivaluedHashMap<>(), made.secret(), List.of()))
                    .build();
        } catch (InvalidInput invalid) {
            return Response.status(400)
                    .entity(listed(typed, invalid.violations()))
                    .build();
        }
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance one(WebhookId id, @Context UriInfo address) {
        return page(webhooks.one(id, viewer.get()), address.getQueryParameters(), null, List.of());
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(WebhookId id, MultivaluedMap<String, String> form) {
        try {
            webhooks.change(id, WebhookForm.Typed.of(form).asked(), viewer.get());
            return seeOther(id, "");
        } catch (InvalidInput invalid) {
            return refused(id, invalid);
        }
    }

    @POST
    @Path("/{id}/rotation")
    @Operation(hidden = true)
    public TemplateInstance rotate(WebhookId id) {
        Webhooks.Made made = webhooks.rotate(id, viewer.get());
        return page(made.webhook(), new MultivaluedHashMap<>(), made.secret(), List.of());
    }

    @POST
    @Path("/{id}/replay")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response replay(WebhookId id, MultivaluedMap<String, String> form) {
        try {
            return seeOther(id, "?again=" + webhooks.replay(id, WebhookForm.read(form), viewer.get()));
        } catch (InvalidInput invalid) {
            return refused(id, invalid);
        }
    }

    @POST
    @Path("/{id}/revival")
    @Operation(hidden = true)
    public Response revive(WebhookId id) {
        return seeOther(id, "?again=" + webhooks.revive(id, viewer.get()));
    }

    private Response refused(WebhookId id, InvalidInput invalid) {
        WebhookView hook = webhooks.one(id, viewer.get());
        return Response.status(400)
                .entity(page(hook, new MultivaluedHashMap<>(), null, invalid.violations()))
                .build();
    }

    private TemplateInstance listed(WebhookForm.Typed typed, List<Violation> faults) {
        return Templates.webhooks(new Listed(webhooks.listed(viewer.get()), secrets.canSeal(), typed, faults));
    }

    private TemplateInstance page(
            WebhookView hook, MultivaluedMap<String, String> parameters, String secret, List<Violation> faults) {
        PageOf<DeliveryView> log = deliveries.page(new WebhookId(hook.id()), parameters, viewer.get());
        String state = parameters.getFirst("state");
        String next = log.next() == null
                ? null
                : "/webhooks/" + hook.id() + "?" + (state == null ? "" : "state=" + state + "&") + "after="
                        + log.next();
        return Templates.webhook(new One(hook, log.items(), state, next, secret, parameters.getFirst("again"), faults));
    }

    private static Response seeOther(WebhookId id, String query) {
        return Response.seeOther(URI.create("/webhooks/" + id + query)).build();
    }
}
