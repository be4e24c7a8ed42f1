package jp.toritsugi.retention;

import jp.toritsugi.problem.Refusal;

final class AlreadyHeld extends Refusal {
    private static final long serialVersionUID = 1L;

    AlreadyHeld() {
        super(409, "already-held", "すでに保留されています", "すでに廃棄が保留されています。理由を改めるときは、いまの保留を解いてから、もう一度保留してください。");
    }
}
