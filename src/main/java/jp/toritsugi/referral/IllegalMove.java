package jp.toritsugi.referral;

import jp.toritsugi.problem.Refusal;

/** A move that the state of the case or referral does not allow. */
final class IllegalMove extends Refusal {
    private static final long serialVersionUID = 1L;

    IllegalMove(String move, String state) {
        super(409, "illegal-move", "いまの状態ではできません", "状態が「" + state + "」のため、「" + move + "」はできません。画面を読み込み直してください。");
    }
}
