package jp.toritsugi.diagnosis;

import java.util.List;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.problem.Violation;

/** Another sheet of the institution already bears this 管理番号. */
final class ReferenceTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    ReferenceTaken() {
        super(
                409,
                "reference-taken",
                "管理番号が重なっています",
                "この管理番号は、同じ機関の別の診断票に使われています。",
                List.of(new Violation("reference", "この管理番号は、同じ機関の別の診断票に使われています。")));
    }
}
