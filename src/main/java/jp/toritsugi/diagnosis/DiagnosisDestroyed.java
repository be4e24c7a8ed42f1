package jp.toritsugi.diagnosis;

import jp.toritsugi.problem.Refusal;

/** The id was on a sheet whose term has passed: a tablet's late sync must not bring it back. */
final class DiagnosisDestroyed extends Refusal {
    private static final long serialVersionUID = 1L;

    DiagnosisDestroyed() {
        super(
                409,
                "diagnosis-destroyed",
                "廃棄された診断票です",
                "この番号の診断票は、保存期間を過ぎて廃棄されました。もう一度記録することはできません。端末に残っているものを消してください。");
    }
}
