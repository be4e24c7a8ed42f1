package jp.toritsugi.breakglass;

import jp.toritsugi.problem.Refusal;

/** There is no glass to break. */
final class CaseLiesOpen extends Refusal {
    private static final long serialVersionUID = 1L;

    CaseLiesOpen() {
        super(409, "case-lies-open", "緊急閲覧は要りません", "この診断票は、いまの権限で開けます。診断票の一覧から開いてください。");
    }
}
