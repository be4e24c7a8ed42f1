package jp.toritsugi.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One signed POST. Redirects are not followed and answers not read: only the status counts. */
@ApplicationScoped
class WebhookPost {
    private static final int CONNECT_MILLIS = 5000;
    private static final int WHOLE_SECONDS = 10;

    private final HttpClient client;
    private final Secrets secrets;
    private final WebhookSettings settings;
    private final ObjectMapper json;
    private final Clock clock;

    WebhookPost(Vertx vertx, Secrets secrets, WebhookSettings settings, ObjectMapper json, Clock clock) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAlive(false)
                .setMaxPoolSize(20));
        this.secrets = secrets;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /**
     * @param status null where none came
     * @param fault null = delivered; never the receiver's own words
     */
    record Answer(Integer status, String fault) {
        boolean isFinal() {
            return fault == null || status != null && status == 410;
        }

        static Answer of(int status) {
            return new Answer(status, status >= 200 && status < 300 ? null : "応答 " + status);
        }

        static Answer fault(String fault) {
            return new Answer(null, fault);
        }
    }

    /** Never fails: what went wrong is an answer too. */
    CompletableFuture<Answer> send(Claims.Claim claim) {
        Address address;
        try {
            address = Address.of(claim.url(), settings.privateAddresses());
        } catch (Address.Unfit unfit) {
            return CompletableFuture.completedFuture(Answer.fault(unfit.getMessage()));
        }
        String body = body(claim);
        long now = clock.instant().getEpochSecond();
        String id = claim.event().toString();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        address.port(), address.place().getHostAddress()))
                .setHost(address.url().getHost())
                .setPort(address.port())
                .setSsl(address.isSecure())
                .setURI(address.target())
                .setFollowRedirects(false)
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "toritsugi")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(now))
                .putHeader("webhook-signature", signatures(claim, id, now, body));
        return client.request(options)
                .compose(request -> request.send(Buffer.buffer(body)).map(response -> {
                    int status = response.statusCode();
                    hangUp(request, response);
                    return Answer.of(status);
                }))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(WHOLE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(WebhookPost::fault);
    }

    /** Whatever else the receiver would send is not waited for. */
    private static void hangUp(HttpClientRequest request, HttpClientResponse response) {
        response.exceptionHandler(ours -> {});
        request.connection().close();
    }

    private static Answer fault(Throwable thrown) {
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        return Answer.fault("届かない（" + cause.getClass().getSimpleName() + "）");
    }

    private String signatures(Claims.Claim claim, String id, long now, String body) {
        String fresh = Signature.of(secrets.open(claim.secret(), claim.hook()), id, now, body);
        return claim.oldSecret() == null
                ? fresh
                : fresh + " " + Signature.of(secrets.open(claim.oldSecret(), claim.hook()), id, now, body);
    }

    private String body(Claims.Claim claim) {
        try {
            return json.writeValueAsString(Payload.of(claim));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
