package jp.toritsugi.diagnosis;

import jp.toritsugi.problem.Refusal;

final class DiagnosisAlreadyWithdrawn extends Refusal {
    private static final long serialVersionUID = 1L;

    DiagnosisAlreadyWithdrawn() {
        super(
                409,
                "diagnosis-already-withdrawn",
                "取り下げ済みの診断票です",
                "この診断票は取り下げられているため、訂正や再度の取り下げはできません。新しい診断票として記録してください。");
    }
}
