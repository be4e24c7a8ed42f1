package jp.toritsugi.roster;

import java.util.List;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.problem.Violation;

/** Names that cannot be taken in for this network. It is told which, not whose they are. */
public final class UserNamesTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    UserNamesTaken(List<String> names) {
        this("次の利用者名は、すでに使われています。どれも登録していません。" + String.join("、", names));
    }

    private UserNamesTaken(String sentence) {
        super(409, "user-names-taken", "利用者名が使われています", sentence, List.of(new Violation("userNames", sentence)));
    }
}
