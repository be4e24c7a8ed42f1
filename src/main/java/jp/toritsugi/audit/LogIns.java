package jp.toritsugi.audit;

import io.quarkus.oidc.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Log-ins and log-outs of people go into the trail. Programs bring a token with every request; their requests tell. */
@ApplicationScoped
class LogIns {
    private final TrailAside trail;

    LogIns(TrailAside trail) {
        this.trail = trail;
    }

    void happened(@Observes SecurityEvent event) {
        switch (event.getEventType()) {
            case OIDC_LOGIN -> write(Action.LOGGED_IN, event);
            case OIDC_LOGOUT_RP_INITIATED, OIDC_BACKCHANNEL_LOGOUT_COMPLETED, OIDC_FRONTCHANNEL_LOGOUT_COMPLETED ->
                write(Action.LOGGED_OUT, event);
            default -> {
                // refreshed tokens and the like are not somebody's act
            }
        }
    }

    private void write(Action action, SecurityEvent event) {
        trail.write(
                TrailEvent.of(action, "session", null, null)
                        .with("how", event.getEventType().name()),
                event.getSecurityIdentity());
    }
}
