package jp.toritsugi.diagnosis;

import jp.toritsugi.problem.Refusal;

/** The same id with other content and no word that a correction is meant. */
final class DiagnosisDiffers extends Refusal {
    private static final long serialVersionUID = 1L;

    DiagnosisDiffers() {
        super(
                409,
                "diagnosis-differs",
                "別の内容で記録されています",
                "同じ番号の診断票が、別の内容で記録されています。訂正するときは、いまの版を読み込み、理由を添えて訂正として送ってください。");
    }
}
