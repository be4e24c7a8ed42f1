package jp.toritsugi.roster;

import java.time.LocalDate;

/**
 * A person at work, as sent.
 *
 * @param userName log-in name at the log-in server, where the account itself is made
 * @param branch code of the branch, or null
 * @param role one of {@link jp.toritsugi.access.Roles}
 * @param validFrom first day; null = today
 * @param validTo last day, or null
 */
public record NewMember(
        String userName,
        String displayName,
        String institution,
        String branch,
        String role,
        LocalDate validFrom,
        LocalDate validTo) {

    /** The same person somewhere else, later. */
    static NewMember moved(Member from, Move to) {
        return new NewMember(
                from.userName,
                from.displayName,
                to.institution() == null ? from.institution : to.institution(),
                to.branch(),
                to.role() == null ? from.role : to.role(),
                to.from(),
                null);
    }
}
