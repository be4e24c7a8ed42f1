package jp.toritsugi.rulechange;

import jp.toritsugi.problem.Refusal;

/** The draft is not in the state that this step needs. */
final class DraftNotReady extends Refusal {
    private static final long serialVersionUID = 1L;

    private DraftNotReady(String detail) {
        super(409, "draft-not-ready", "この下書きには、まだ（もう）できません", detail);
    }

    static DraftNotReady faulty() {
        return new DraftNotReady("下書きに誤りがあります。直したファイルに差し替えてください。");
    }

    static DraftNotReady untried() {
        return new DraftNotReady("今の下書きの試し運転がありません。試し運転をして、結果を確かめてから承認してください。");
    }

    static DraftNotReady settled() {
        return new DraftNotReady("この下書きは、すでに承認されたか、取り下げられています。画面を開き直してください。");
    }

    static DraftNotReady tooLate() {
        return new DraftNotReady("使い始める日の前日の23時55分を過ぎたため、承認も取下げもできません。日を改めた版を送ってください。");
    }

    static DraftNotReady later(String other) {
        return new DraftNotReady("この版を前提に版 " + other + " が承認されています。先にそちらを取り下げてください。");
    }

    static DraftNotReady busy() {
        return new DraftNotReady("ほかの試し運転が動いています。1分ほど待って、もう一度試してください。");
    }
}
