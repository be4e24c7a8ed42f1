package jp.toritsugi.access;

import jp.toritsugi.problem.Refusal;

/**
 * A good log-in of somebody whom the register has at work in two networks, or at two institutions in the roles of the
 * log-in. Nobody chooses for them: what they send would land in a register that may not be theirs.
 */
public final class TwiceInRegister extends Refusal {
    private static final long serialVersionUID = 1L;

    TwiceInRegister() {
        super(
                403,
                "twice-in-register",
                "名簿に二つの登録があります",
                "ログインはできましたが、この利用者名は名簿に二つ以上の所属で登録されていて、どちらの人か決められません。何も送られず、記録もされていません。ネットワークのシステム管理に、登録を一つにするよう依頼してください。");
    }
}
