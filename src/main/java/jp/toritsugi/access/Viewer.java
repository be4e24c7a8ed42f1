package jp.toritsugi.access;

import java.util.List;
import java.util.Optional;

/**
 * Who is asking, and how far they see.
 *
 * @param role one of {@link Roles}
 * @param network the network everything they ask is confined to
 * @param standsFor the own institution and after it those it took over: their sheets are within reach too
 * @param branch the one branch (支店・支所) of the institution they are confined to, or null
 */
public record Viewer(
        String userName,
        String displayName,
        String role,
        String network,
        String networkName,
        String institution,
        String institutionName,
        String branch,
        List<String> standsFor) {

    /** Of an institution that took over no other. */
    public Viewer(
            String userName,
            String displayName,
            String role,
            String network,
            String networkName,
            String institution,
            String institutionName,
            String branch) {
        this(
                userName,
                displayName,
                role,
                network,
                networkName,
                institution,
                institutionName,
                branch,
                institution == null ? List.of() : List.of(institution));
    }

    /** Whether that institution is the own one or was taken over by it. */
    public boolean standsFor(String other) {
        return standsFor.contains(other);
    }

    /** The one institution whose sheets and figures this viewer is confined to; empty = the whole network. */
    public Optional<String> confinedTo() {
        return seesNetwork() ? Optional.empty() : Optional.of(institution);
    }

    /** Whether single sheets are open to this viewer at all, or figures only, or neither. */
    public boolean seesSheets() {
        return role.equals(Roles.OFFICER) || role.equals(Roles.MANAGER) || role.equals(Roles.COORDINATOR);
    }

    /** Who asks, from where: what was made for one seat is nothing in another, also of the same person. */
    public String seat() {
        return String.join("\n", network, institution, String.valueOf(branch), role, userName);
    }

    /** 診断担当者 and the like, as shown beside the name. */
    public String roleLabel() {
        return Roles.label(role);
    }

    private boolean seesNetwork() {
        return role.equals(Roles.COORDINATOR) || role.equals(Roles.ANALYST);
    }
}
