package jp.toritsugi.pool;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready = the database answers. Instead of the framework's check, which waits as long as a request would. */
@Readiness
@ApplicationScoped
class DatabaseAnswers implements AsyncHealthCheck {
    private final PoolProbe probe;

    DatabaseAnswers(PoolProbe probe) {
        this.probe = probe;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return probe.answers()
                .map(answers ->
                        HealthCheckResponse.named("database").status(answers).build());
    }
}
