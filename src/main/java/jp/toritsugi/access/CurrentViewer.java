package jp.toritsugi.access;

import io.quarkus.logging.Log;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The viewer of this request: the log-in says who, the register says where. Looked up once a request. */
@RequestScoped
public class CurrentViewer {
    private final SecurityIdentity identity;
    private final Viewers viewers;
    private Viewer viewer;
    private boolean beingFound;
    private boolean twice;

    CurrentViewer(SecurityIdentity identity, Viewers viewers) {
        this.identity = identity;
        this.viewers = viewers;
    }

    /**
     * @throws NotInRegister when the log-in is good but the register does not know the person in that role
     * @throws TwiceInRegister when the register knows the person at work in two places
     */
    public Viewer get() {
        return find().orElseThrow(() -> twice ? new TwiceInRegister() : new NotInRegister());
    }

    /** As {@link #get()}, but empty for people who are not logged in or not in the register. */
    public Optional<Viewer> find() {
        if (viewer == null
                && !twice
                && !identity.isAnonymous()
                && !identity.getRoles().isEmpty()) {
            beingFound = true;
            try {
                Viewers.Found found = viewers.look(identity.getPrincipal().getName(), identity.getRoles());
                viewer = found.viewer().orElse(null);
                twice = found.unresolved() != null;
                if (twice) {
                    // for the operator, who finds the name by the query in operations.md: names stay out of logs
                    Log.errorf(
                            "a log-in was let into nothing: its user name has memberships in force in several %s",
                            found.unresolved());
                }
            } finally {
                beingFound = false;
            }
        }
        return Optional.ofNullable(viewer);
    }

    /** For the connection that is taken to look the viewer up: it has none yet. */
    Optional<Viewer> unlessBeingFound() {
        return beingFound ? Optional.empty() : find();
    }
}
