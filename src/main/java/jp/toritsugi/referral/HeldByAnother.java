package jp.toritsugi.referral;

import jp.toritsugi.problem.Refusal;

/** Somebody else took it first, and their lease still runs. */
final class HeldByAnother extends Refusal {
    private static final long serialVersionUID = 1L;

    HeldByAnother(String name) {
        super(409, "held-by-another", "ほかの人が担当しています", name + "さんが担当しています。引き継ぐときは、先に戻してもらってください。");
    }
}
