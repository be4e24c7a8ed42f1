package jp.toritsugi.provision;

import jp.toritsugi.problem.Refusal;

/** The case may not go there: no consent in force says so. */
final class NotCovered extends Refusal {
    private static final long serialVersionUID = 1L;

    private NotCovered(int status, String type, String detail) {
        super(status, type, "提供できません", detail);
    }

    static NotCovered byNoConsent(String kind) {
        return new NotCovered(
                403,
                "consent-missing",
                kind + "への提供に、本人の有効な同意がありません。同意を得て診断票の「同意」に記録してから提供してください。同意がないあいだは、自機関で助言し、相談先をご案内してください。");
    }

    static NotCovered byRefusal(String kind) {
        return new NotCovered(403, "consent-refused", kind + "への提供は、本人が断ったか同意を撤回しています。共同利用の範囲でも提供できません。");
    }

    static NotCovered byOwnAdviser() {
        return new NotCovered(409, "nothing-to-provide", "本人の相談先へは、診断票の内容を提供しません。本人から相談してもらってください。");
    }

    static NotCovered byNotJointUser() {
        return new NotCovered(403, "not-a-joint-user", "この機関は、公表した共同利用の範囲に入っていません。システム管理者に確かめてください。");
    }
}
