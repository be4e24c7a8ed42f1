package jp.toritsugi.organisation;

import java.util.List;

/**
 * What the register says of one person today.
 *
 * @param displayName how the person is called on screen
 * @param standsFor the own institution and after it those it took over, whose cases it goes on caring for
 * @param branch the branch an officer is confined to where the institution does so, or null
 * @param unresolved null, or why this is one of several between which nobody chooses silently: {@code networks} where the
 *     name does not belong to the network alone, {@code institutions} where the roles hold at several
 */
public record Membership(
        String userName,
        String network,
        String networkName,
        String institution,
        String institutionName,
        String role,
        String displayName,
        String branch,
        List<String> standsFor,
        String unresolved) {}
