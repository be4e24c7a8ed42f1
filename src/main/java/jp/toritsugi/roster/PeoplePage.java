package jp.toritsugi.roster;

import java.util.List;

/**
 * 担当者.
 *
 * @param nextAddress of the page behind this one, or null
 * @param words what was looked for by name: kept out of the address, or null
 * @param admin whether all of the network is listed
 */
record PeoplePage(
        List<MemberView> members,
        List<FormField> filters,
        String words,
        boolean past,
        String nextAddress,
        boolean more,
        boolean filtered,
        boolean admin,
        String institutionName) {}
