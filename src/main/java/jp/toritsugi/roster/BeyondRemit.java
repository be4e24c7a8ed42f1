package jp.toritsugi.roster;

import java.util.List;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.problem.Violation;

/** Somebody may keep a part of the register, but not this. */
public final class BeyondRemit extends Refusal {
    private static final long serialVersionUID = 1L;

    BeyondRemit(String field, String message) {
        super(403, "beyond-remit", "この変更はできません", message, List.of(new Violation(field, message)));
    }
}
