package jp.toritsugi.audit;

import io.quarkus.logging.Log;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.access.Viewers;
import jp.toritsugi.access.WhoAsks;

/** Entries about what happens outside any request's work: log-ins and refusals. Written on a thread of their own. */
@ApplicationScoped
class TrailAside {
    private final Trail trail;
    private final Viewers viewers;
    private final WhoAsks who;
    private final ExecutorService aside;

    TrailAside(Trail trail, Viewers viewers, WhoAsks who, ExecutorService aside) {
        this.trail = trail;
        this.viewers = viewers;
        this.who = who;
        this.aside = aside;
    }

    /** @param identity who is logged in, or null */
    void write(TrailEvent event, SecurityIdentity identity) {
        boolean isKnown = identity != null && !identity.isAnonymous();
        String userName = isKnown ? identity.getPrincipal().getName() : null;
        Set<String> roles = isKnown ? Set.copyOf(identity.getRoles()) : Set.of();
        aside.execute(() -> {
            try {
                write(event, userName, roles);
            } catch (RuntimeException e) {
                Log.error("an entry did not get into the trail", e);
            }
        });
    }

    private void write(TrailEvent event, String userName, Set<String> roles) {
        Viewer viewer = userName == null ? null : viewers.find(userName, roles).orElse(null);
        if (viewer == null) {
            // Not in the register: the log-in is all there is to say.
            trail.writeApart(event.with("login", userName), null);
            return;
        }
        who.inTheNameOf(viewer, () -> {
            trail.writeApart(event, viewer);
            return null;
        });
    }
}
