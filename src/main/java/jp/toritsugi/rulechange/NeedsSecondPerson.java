package jp.toritsugi.rulechange;

import jp.toritsugi.problem.Refusal;

final class NeedsSecondPerson extends Refusal {
    private static final long serialVersionUID = 1L;

    NeedsSecondPerson() {
        super(409, "needs-second-person", "ほかの人の承認が要ります", "下書きを送った人は、承認できません。事務局のほかの担当者か、事務局の機関管理者が承認してください。");
    }
}
