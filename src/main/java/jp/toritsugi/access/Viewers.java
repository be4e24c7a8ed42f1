package jp.toritsugi.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.toritsugi.organisation.Membership;
import jp.toritsugi.organisation.Register;

/** Log-in and register together make a viewer. */
@ApplicationScoped
public class Viewers {
    private final Register register;

    Viewers(Register register) {
        this.register = register;
    }

    /**
     * What the register says of a log-in.
     *
     * @param viewer empty for nobody
     * @param unresolved null, or of what there are several to choose from: {@code networks}, {@code institutions}
     */
    record Found(Optional<Viewer> viewer, String unresolved) {}

    /**
     * Empty for somebody whom the register does not know in any of the roles the log-in vouches for, or knows at work in
     * two places. Asked on a connection of its own: the connection of a running transaction has to be told who asks when it
     * is first taken.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Optional<Viewer> find(String userName, Set<String> roles) {
        return look(userName, roles).viewer();
    }

    /** As {@link #find}, with why it is nobody. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    Found look(String userName, Set<String> roles) {
        Optional<Membership> membership = register.membership(userName, roles);
        String unresolved = membership.map(Membership::unresolved).orElse(null);
        return new Found(unresolved == null ? membership.map(Viewers::viewer) : Optional.empty(), unresolved);
    }

    private static Viewer viewer(Membership membership) {
        return new Viewer(
                membership.userName(),
                membership.displayName(),
                membership.role(),
                membership.network(),
                membership.networkName(),
                membership.institution(),
                membership.institutionName(),
                membership.branch(),
                membership.branch() == null ? membership.standsFor() : List.of(membership.institution()));
    }
}
