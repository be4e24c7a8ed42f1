package jp.toritsugi.report;

import jp.toritsugi.problem.Refusal;

/** Figures of a single institution are for itself and the secretariat: they tell how many customers it spoke to. */
public final class FiguresOfOneInstitution extends Refusal {
    private static final long serialVersionUID = 1L;

    public FiguresOfOneInstitution() {
        super(
                403,
                "figures-of-one-institution",
                "機関ごとの集計は見られません",
                "一つの機関だけの集計は、その機関と事務局だけが見られます。この条件では一つの機関だけになります。機関や機関の種別を外すか、条件を減らしてください。");
    }
}
