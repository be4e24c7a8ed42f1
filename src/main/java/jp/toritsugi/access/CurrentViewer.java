package jp.toritsugi.access;

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

    CurrentViewer(SecurityIdentity identity, Viewers viewers) {
        this.identity = identity;
        this.viewers = viewers;
    }

    /** @throws NotInRegister when the log-in is good but the register does not know the person in that role */
    public Viewer get() {
        return find().orElseThrow(NotInRegister::new);
    }

    /** As {@link #get()}, but empty for people who are not logged in or not in the register. */
    public Optional<Viewer> find() {
        if (viewer == null && !identity.isAnonymous() && !identity.getRoles().isEmpty()) {
            beingFound = true;
            try {
                viewer = viewers.find(identity.getPrincipal().getName(), identity.getRoles())
                        .orElse(null);
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
