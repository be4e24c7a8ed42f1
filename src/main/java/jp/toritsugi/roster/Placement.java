package jp.toritsugi.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.toritsugi.japan.Wareki;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.problem.Violation;

/** Whether a place exists for a person on a day: institution, branch, role, and a name to call them by. */
@ApplicationScoped
class Placement {
    static final String USER_NAME_FAULT = "利用者名は、ログインサーバーに登録した名前を英数字と . _ - @ + で書いてください（2文字以上）。";
    private static final Pattern USER_NAME = Pattern.compile("[a-z0-9._@+-]{2,100}");
    private static final int LONGEST_NAME = 100;

    private final Register register;
    private final Branches branches;

    Placement(Register register, Branches branches) {
        this.register = register;
        this.branches = branches;
    }

    /** Everything wrong with it, by field; what the viewer may do is not asked here. */
    List<Violation> check(NewMember member, String network) {
        List<Violation> faults = new ArrayList<>();
        if (!isUserName(member.userName())) {
            faults.add(new Violation("userName", USER_NAME_FAULT));
        }
        if (isBlank(member.displayName()) || member.displayName().length() > LONGEST_NAME) {
            faults.add(new Violation("displayName", "氏名を100文字以内で書いてください。"));
        }
        if (member.role() == null || !Remit.allRoles().contains(member.role())) {
            faults.add(new Violation("role", "役割を選んでください。"));
        }
        if (member.validTo() != null && member.validTo().isBefore(member.validFrom())) {
            faults.add(new Violation("validTo", "終了日が開始日より前です。"));
        }
        place(member, network, faults);
        return faults;
    }

    private void place(NewMember member, String network, List<Violation> faults) {
        Optional<Institution> found =
                isBlank(member.institution()) ? Optional.empty() : register.institution(network, member.institution());
        if (found.isEmpty()) {
            faults.add(new Violation("institution", "機関を選んでください。書かれた機関コードはネットワークにありません。"));
            return;
        }
        Institution institution = found.get();
        if (!institution.existsOn(member.validFrom())) {
            faults.add(new Violation(
                    "institution",
                    institution.name() + "は、" + Wareki.date(member.validFrom()) + "には名簿にありません。統合先などの機関を選んでください。"));
        }
        if (member.branch() != null && !branches.existsOn(member.validFrom(), institution, member.branch())) {
            faults.add(new Violation(
                    "branch", institution.name() + "に、その日に有効な支店「" + member.branch() + "」はありません。支店コードを確かめてください。"));
        }
    }

    /** @param plain spelled as {@link jp.toritsugi.organisation.UserName} does, or null */
    static boolean isUserName(String plain) {
        return plain != null && USER_NAME.matcher(plain).matches();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
