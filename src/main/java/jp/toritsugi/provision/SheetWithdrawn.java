package jp.toritsugi.provision;

import jp.toritsugi.problem.Refusal;

final class SheetWithdrawn extends Refusal {
    private static final long serialVersionUID = 1L;

    SheetWithdrawn() {
        super(409, "sheet-withdrawn", "取り下げ済みの診断票です", "取り下げられた診断票の内容は提供できません。");
    }
}
