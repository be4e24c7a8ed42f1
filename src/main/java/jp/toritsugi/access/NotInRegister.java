package jp.toritsugi.access;

import jp.toritsugi.problem.Refusal;

/** A good log-in of somebody who works, as far as the register knows, nowhere. */
public final class NotInRegister extends Refusal {
    private static final long serialVersionUID = 1L;

    NotInRegister() {
        super(403, "not-in-register", "名簿に登録がありません", "ログインはできましたが、担当者名簿に登録がありません。所属機関の管理者に登録を依頼してください。");
    }
}
