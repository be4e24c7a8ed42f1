package jp.toritsugi.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.Roles;
import jp.toritsugi.japan.DateReader;
import jp.toritsugi.lines.Fault;
import jp.toritsugi.lines.Vocabulary;
import jp.toritsugi.organisation.UserName;

/** What a line of the file says as a period of a person. Whatever cannot be read is a fault of its column. */
final class EnrolmentWords {
    private static final Vocabulary<String> ROLES = roles();

    private final String ownInstitution;
    private final List<Fault> faults = new ArrayList<>();

    /** @param ownInstitution what a blank 機関コード means, or null where it must be written */
    EnrolmentWords(String ownInstitution) {
        this.ownInstitution = ownInstitution;
    }

    List<Fault> faults() {
        return faults;
    }

    /** Days that are not written stay null. */
    NewMember read(Map<EnrolmentColumn, String> cells) {
        return new NewMember(
                UserName.plain(cells.get(EnrolmentColumn.USER_NAME)),
                cells.get(EnrolmentColumn.DISPLAY_NAME),
                cells.getOrDefault(EnrolmentColumn.INSTITUTION, ownInstitution),
                cells.get(EnrolmentColumn.BRANCH),
                role(cells.get(EnrolmentColumn.ROLE)),
                day(cells, EnrolmentColumn.FROM),
                day(cells, EnrolmentColumn.TO));
    }

    private String role(String written) {
        if (written == null) {
            return null;
        }
        String role = ROLES.find(written).orElse(null);
        if (role == null) {
            faults.add(new Fault(EnrolmentColumn.ROLE.label(), ROLES.fault(written)));
        }
        return role;
    }

    private LocalDate day(Map<EnrolmentColumn, String> cells, EnrolmentColumn column) {
        String written = cells.get(column);
        if (written == null) {
            return null;
        }
        DateReader.Result result = DateReader.read(written);
        if (result.day() == null) {
            faults.add(new Fault(column.label(), result.fault()));
        }
        return result.day();
    }

    private static Vocabulary<String> roles() {
        String allowed =
                String.join("、", Remit.allRoles().stream().map(Roles::label).toList());
        Vocabulary<String> words = new Vocabulary<>(allowed + "のどれかを書いてください。");
        Remit.allRoles().forEach(role -> words.with(role, role, Roles.label(role)));
        return words;
    }
}
