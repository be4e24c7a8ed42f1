package jp.toritsugi.diagnosis;

import jp.toritsugi.problem.Refusal;

/** There is nothing to take back. */
final class ConsentNotInForce extends Refusal {
    private static final long serialVersionUID = 1L;

    ConsentNotInForce() {
        super(409, "consent-not-in-force", "有効な同意がありません", "撤回できる同意がありません。すでに撤回されているか、この提供先への同意が記録されていません。");
    }
}
