package jp.toritsugi.problem;

import java.util.List;

/** What was sent cannot be taken: every violation with its field, not only the first. */
public final class InvalidInput extends Refusal {
    private static final long serialVersionUID = 1L;

    public InvalidInput(List<Violation> violations) {
        super(400, "invalid-input", "入力に誤りがあります", sentence(violations), violations);
    }

    public InvalidInput(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    private static String sentence(List<Violation> violations) {
        return violations.size() == 1
                ? violations.get(0).message()
                : violations.size() + "か所に誤りがあります。それぞれの項目を確かめてください。";
    }
}
