package jp.toritsugi.referral;

import jp.toritsugi.problem.Refusal;

/** Without a consent nothing leaves the diagnosing institution. */
final class ConsentMissing extends Refusal {
    private static final long serialVersionUID = 1L;

    ConsentMissing() {
        super(409, "consent-missing", "情報共有の同意がありません", "経営者の情報共有の同意がないため、取次できません。同意を記録してから依頼してください。");
    }
}
