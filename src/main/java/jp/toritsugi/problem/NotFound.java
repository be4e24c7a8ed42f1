package jp.toritsugi.problem;

/** Nothing of that name is there for the one who asks; also the answer for what belongs to somebody else. */
public class NotFound extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotFound(String what) {
        super(404, "not-found", "見つかりません", what + "は見つかりません。番号が正しいか、ご自分の機関のものかを確かめてください。");
    }
}
