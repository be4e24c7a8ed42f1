package jp.toritsugi.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.UUID;
import jp.toritsugi.access.Roles;
import jp.toritsugi.japan.Wareki;

/**
 * One period of one person, with the names of the place.
 *
 * @param state {@code current}, {@code future}, {@code past}, {@code taken-back}, or {@code cut-off} where the person's
 *     institution has ended
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MemberView(
        UUID id,
        String userName,
        String displayName,
        String institution,
        String institutionName,
        String branch,
        String branchName,
        String role,
        String roleLabel,
        LocalDate validFrom,
        LocalDate validTo,
        String email,
        String state) {

    static final String COLUMNS =
            """
            m.id, m.user_name, m.display_name, m.institution, i.name institution_name, m.branch, b.name branch_name, m.role,
              m.valid_from, m.valid_to, m.email, i.valid_from institution_from, i.valid_to institution_to""";
    static final String TABLES =
            """
            member m join institution i on i.network = m.network and i.code = m.institution
              left join branch b on b.network = m.network and b.institution = m.institution and b.code = m.branch""";

    static MemberView of(Tuple row, LocalDate today) {
        LocalDate from = row.get("valid_from", LocalDate.class);
        LocalDate to = row.get("valid_to", LocalDate.class);
        return new MemberView(
                row.get("id", UUID.class),
                row.get("user_name", String.class),
                row.get("display_name", String.class),
                row.get("institution", String.class),
                row.get("institution_name", String.class),
                row.get("branch", String.class),
                row.get("branch_name", String.class),
                row.get("role", String.class),
                Roles.label(row.get("role", String.class)),
                from,
                to,
                row.get("email", String.class),
                state(from, to, row, today));
    }

    private static String state(LocalDate from, LocalDate to, Tuple row, LocalDate today) {
        if (to != null && to.isBefore(from)) {
            return "taken-back";
        }
        if (to != null && to.isBefore(today)) {
            return "past";
        }
        if (from.isAfter(today)) {
            return "future";
        }
        LocalDate opened = row.get("institution_from", LocalDate.class);
        LocalDate ended = row.get("institution_to", LocalDate.class);
        return opened.isAfter(today) || ended != null && ended.isBefore(today) ? "cut-off" : "current";
    }

    /** As pages say it. */
    public String stateLabel() {
        return switch (state) {
            case "current" -> "在籍";
            case "future" -> "予定";
            case "past" -> "終了";
            case "taken-back" -> "取消し";
            default -> "機関が終了";
        };
    }

    /** 令和7年4月1日～, of which the beginning of all times is left out. */
    public String period() {
        if (validFrom.equals(Branches.BEGINNING) && validTo == null) {
            return "期限なし";
        }
        String begin = validFrom.equals(Branches.BEGINNING) ? "" : Wareki.date(validFrom);
        return begin + "～" + (validTo == null ? "" : Wareki.date(validTo));
    }

    boolean isOpen() {
        return state.equals("current") || state.equals("future") || state.equals("cut-off");
    }
}
