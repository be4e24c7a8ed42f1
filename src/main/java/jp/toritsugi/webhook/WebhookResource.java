package jp.toritsugi.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.query.PageOf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Webhooks for programs. */
@Path("/api/v1/webhooks")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Webhook")
class WebhookResource {
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final CurrentViewer viewer;

    WebhookResource(Webhooks webhooks, Deliveries deliveries, CurrentViewer viewer) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.viewer = viewer;
    }

    /** @param deliveries how many will be made */
    public record Again(int deliveries) {}

    @GET
    @Operation(summary = "Webhookの一覧")
    public List<WebhookView> list() {
        return webhooks.listed(viewer.get());
    }

    @POST
    @Operation(summary = "Webhookを登録する。署名の秘密は、この答えに一度だけ出る")
    public Response register(NewWebhook sent) {
        Webhooks.Made made = webhooks.register(sent, viewer.get());
        return Response.created(URI.create("/api/v1/webhooks/" + made.webhook().id()))
                .entity(made)
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "一つのWebhook")
    public WebhookView get(WebhookId id) {
        return webhooks.shown(id, viewer.get());
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Webhookを変える・止める（active: false）・また始める。止めているあいだの出来事は、あとから再送できる")
    public WebhookView change(WebhookId id, NewWebhook sent) {
        return webhooks.change(id, sent, viewer.get());
    }

    @POST
    @Path("/{id}/rotation")
    @Operation(summary = "秘密を取り替える。前の秘密の署名も、一日のあいだ並べて送る")
    public Webhooks.Made rotate(WebhookId id) {
        return webhooks.rotate(id, viewer.get());
    }

    @POST
    @Path("/{id}/replay")
    @Operation(summary = "再送する：event（出来事の番号）または from・to（期間）。番号は前と同じ")
    public Again replay(WebhookId id, Webhooks.Replay what) {
        return new Again(webhooks.replay(id, what, viewer.get()));
    }

    @POST
    @Path("/{id}/revival")
    @Operation(summary = "断念したものを、すべてもう一度送る")
    public Again revive(WebhookId id) {
        return new Again(webhooks.revive(id, viewer.get()));
    }

    @GET
    @Path("/{id}/deliveries")
    @Operation(summary = "送信の記録（新しい順）")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "waiting、delivered、dead、withheld")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "一度に返す件数。1から200まで、既定は50")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "前の答えの next")
    public PageOf<DeliveryView> deliveries(WebhookId id, @Context UriInfo address) {
        webhooks.one(id, viewer.get());
        return deliveries.page(id, address.getQueryParameters(), viewer.get());
    }
}
