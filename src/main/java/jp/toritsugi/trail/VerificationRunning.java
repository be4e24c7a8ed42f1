package jp.toritsugi.trail;

import jp.toritsugi.problem.Refusal;

/** One verification at a time is enough. */
final class VerificationRunning extends Refusal {
    private static final long serialVersionUID = 1L;

    VerificationRunning() {
        super(409, "verification-running", "検証の途中です", "証跡の検証がすでに動いています。終わってから、結果を見てください。");
    }
}
