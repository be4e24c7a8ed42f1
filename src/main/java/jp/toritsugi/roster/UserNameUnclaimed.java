package jp.toritsugi.roster;

import java.util.List;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.problem.Violation;

/** A name that is new to an installation of several networks: whose it is, a network's admin says and no manager. */
public final class UserNameUnclaimed extends Refusal {
    private static final long serialVersionUID = 1L;

    static final String SENTENCE = "この利用者名は、まだネットワークに登録されていません。先に、ネットワークのシステム管理に利用者名の登録を依頼してください。";

    UserNameUnclaimed() {
        super(409, "user-name-unclaimed", "利用者名が登録されていません", SENTENCE, List.of(new Violation("userName", SENTENCE)));
    }
}
