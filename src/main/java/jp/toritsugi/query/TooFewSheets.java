package jp.toritsugi.query;

import jp.toritsugi.problem.Refusal;

/** Figures of a handful of sheets would be figures about somebody. Says nothing of whether there are any at all. */
public final class TooFewSheets extends Refusal {
    private static final long serialVersionUID = 1L;

    TooFewSheets(int least) {
        super(
                403,
                "too-few-sheets",
                "少なすぎる件数の集計は見られません",
                "この条件に合う診断票のうち、開いて見られないものが" + least
                        + "件に満たないため、集計は出せません（一枚の診断票の内容が分かってしまうおそれがあります）。期間を月の単位で広げるか、条件を減らしてください。");
    }
}
