package jp.toritsugi.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import jp.toritsugi.organisation.Membership;
import jp.toritsugi.organisation.Register;

/** The viewer of this request: the log-in says who, the register says where. Looked up once a request. */
@RequestScoped
public class CurrentViewer {
    private final SecurityIdentity identity;
    private final Register register;
    private Viewer viewer;

    CurrentViewer(SecurityIdentity identity, Register register) {
        this.identity = identity;
        this.register = register;
    }

    /** @throws NotInRegister when the log-in is good but the register does not know the person in that role */
    public Viewer get() {
        return find().orElseThrow(NotInRegister::new);
    }

    /** As {@link #get()}, but empty for people who are not logged in or not in the register. */
    public Optional<Viewer> find() {
        if (viewer == null && !identity.isAnonymous() && !identity.getRoles().isEmpty()) {
            viewer = register.membership(identity.getPrincipal().getName(), identity.getRoles())
                    .map(CurrentViewer::viewer)
                    .orElse(null);
        }
        return Optional.ofNullable(viewer);
    }

    private static Viewer viewer(Membership membership) {
        return new Viewer(
                membership.userName(),
                membership.displayName(),
                membership.role(),
                membership.network(),
                membership.networkName(),
                membership.institution(),
                membership.institutionName());
    }
}
