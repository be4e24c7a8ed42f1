package jp.toritsugi.webhook;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.toritsugi.feedback.Backoff;

/**
 * Delivers what webhooks are to be told, at least once: what we have in hand when we die is claimed again by the next, under
 * the same id. What is refused is tried again for about five days, then given up in plain sight.
 */
@ApplicationScoped
class WebhookRelay {
    private final Claims claims;
    private final WebhookPost post;
    private final Clock clock;

    WebhookRelay(Claims claims, WebhookPost post, Clock clock) {
        this.claims = claims;
        this.post = post;
        this.clock = clock;
    }

    @Scheduled(every = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keep() {
        deliver();
    }

    /** @return how many were delivered */
    int deliver() {
        int delivered = 0;
        List<Claims.Claim> claimed = claims.next();
        while (!claimed.isEmpty()) {
            List<CompletableFuture<WebhookPost.Answer>> answers = new ArrayList<>();
            claimed.forEach(claim -> answers.add(begin(claim)));
            for (int i = 0; i < claimed.size(); i++) {
                delivered += settle(claimed.get(i), answers.get(i).join()) ? 1 : 0;
            }
            claimed = claims.next();
        }
        return delivered;
    }

    private CompletableFuture<WebhookPost.Answer> begin(Claims.Claim claim) {
        try {
            return post.send(claim);
        } catch (RuntimeException e) {
            Log.errorf(e, "delivery %s could not be made", claim.id());
            return CompletableFuture.completedFuture(
                    WebhookPost.Answer.fault("送れない（" + e.getClass().getSimpleName() + "）"));
        }
    }

    private boolean settle(Claims.Claim claim, WebhookPost.Answer answer) {
        Instant again = answer.isFinal()
                ? null
                : Backoff.next(claim.attempts(), clock.instant()).orElse(null);
        claims.result(claim, answer, again);
        if (answer.fault() != null && again == null) {
            Log.errorf(
                    "a delivery was given up after %d attempts: webhook %s, event %s",
                    claim.attempts(), claim.hook(), claim.event());
        }
        return answer.fault() == null;
    }
}
