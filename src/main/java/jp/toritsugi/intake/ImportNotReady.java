package jp.toritsugi.intake;

import jp.toritsugi.problem.Refusal;

/** The import is being worked on, was recorded already, or failed. */
final class ImportNotReady extends Refusal {
    private static final long serialVersionUID = 1L;

    ImportNotReady() {
        super(409, "import-not-ready", "この取込は記録できる状態にありません", "確認が終わっていないか、すでに記録されています。取込の画面を開き直してください。");
    }
}
