package jp.toritsugi.retention;

import jp.toritsugi.problem.Refusal;

final class NeedsSecondPerson extends Refusal {
    private static final long serialVersionUID = 1L;

    NeedsSecondPerson() {
        super(409, "needs-second-person", "ほかの人の承認が要ります", "廃棄を予定した人は、承認できません。監査の担当者か、ほかのシステム管理の担当者が承認してください。");
    }
}
