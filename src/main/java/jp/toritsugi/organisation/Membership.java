package jp.toritsugi.organisation;

/**
 * What the register says of one person today.
 *
 * @param displayName how the person is called on screen
 * @param branch the branch an officer is confined to where the institution does so, or null
 */
public record Membership(
        String userName,
        String network,
        String networkName,
        String institution,
        String institutionName,
        String role,
        String displayName,
        String branch) {}
