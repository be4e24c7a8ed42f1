package jp.toritsugi.diagnosis;

import jp.toritsugi.problem.Refusal;

/** A no to somebody the owner agreed to before: that is a withdrawal, with its own day. */
final class ConsentInForce extends Refusal {
    private static final long serialVersionUID = 1L;

    ConsentInForce() {
        super(409, "consent-in-force", "有効な同意があります", "この提供先への同意が有効です。取りやめるときは、同意の撤回として記録してください。");
    }
}
