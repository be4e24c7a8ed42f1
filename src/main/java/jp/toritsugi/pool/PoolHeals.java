package jp.toritsugi.pool;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive as long as waiting may help. An absent or slow database is waited for; a pool that is stuck needs a new start. */
@Liveness
@ApplicationScoped
class PoolHeals implements AsyncHealthCheck {
    private final PoolProbe probe;

    PoolHeals(PoolProbe probe) {
        this.probe = probe;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return probe.answers().map(answers -> HealthCheckResponse.named("connections")
                .status(answers || !probe.isStuck())
                .build());
    }
}
