package jp.toritsugi.provision;

import jp.toritsugi.problem.Refusal;

/** The id is on another record of provision. */
final class ProvisionDiffers extends Refusal {
    private static final long serialVersionUID = 1L;

    ProvisionDiffers() {
        super(409, "provision-differs", "別の提供が記録されています", "同じ番号で別の提供が記録されています。新しい番号で送ってください。");
    }
}
