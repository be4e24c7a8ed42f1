package jp.toritsugi.roster;

import java.util.List;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.problem.Violation;

/** The register says already that this person is somewhere on those days, or the days do not fit together. */
public final class PeriodUnfit extends Refusal {
    private static final long serialVersionUID = 1L;

    PeriodUnfit(String field, String message) {
        super(409, "period-unfit", "期間が合いません", message, List.of(new Violation(field, message)));
    }
}
