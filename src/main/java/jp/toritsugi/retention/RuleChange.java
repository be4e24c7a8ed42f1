package jp.toritsugi.retention;

import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Violation;

/**
 * A decision about one kind of record.
 *
 * @param reason why it is changed; the trail and the history have it
 */
public record RuleChange(Integer term, String unit, String basis, Boolean confirmed, String reason) {
    private static final int LONGEST_MONTHS = 1200;
    private static final int LONGEST_TEXT = 500;

    /** @throws InvalidInput naming every field that cannot be taken */
    void check(RetentionRule before) {
        List<Violation> violations = new ArrayList<>();
        if (!Term.isUnit(unit)) {
            violations.add(new Violation("unit", "単位は年（years）か月（months）を選んでください。"));
        } else if (term == null
                || term < 1
                || term > LONGEST_MONTHS
                || new Term(term, unit).months() > LONGEST_MONTHS) {
            violations.add(new Violation("term", "期間は1以上、100年以内の整数で入力してください。"));
        } else if (new Term(term, unit).months() < before.minimumMonths()) {
            violations.add(new Violation(
                    "term", before.label() + "の保存期間は、" + before.getMinimum() + "より短くできません（" + before.basis() + "）。"));
        }
        text("basis", basis, "根拠を入力してください。", violations);
        text("reason", reason, "変える理由を入力してください。", violations);
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }

    private static void text(String field, String text, String missing, List<Violation> violations) {
        if (text == null || text.isBlank()) {
            violations.add(new Violation(field, missing));
        } else if (text.length() > LONGEST_TEXT) {
            violations.add(new Violation(field, LONGEST_TEXT + "字以内で入力してください。"));
        }
    }
}
