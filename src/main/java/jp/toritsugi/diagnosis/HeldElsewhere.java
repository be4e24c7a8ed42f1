package jp.toritsugi.diagnosis;

import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.sheet.HeldFor;

/** What was held for one place is sent by somebody who is at work at another now. Neither place may get it silently. */
public final class HeldElsewhere extends Refusal {
    private static final long serialVersionUID = 1L;

    private HeldElsewhere() {
        super(
                409,
                "held-elsewhere",
                "別の所属で行われた診断です",
                "この診断は、いまログインしている所属ではないところで行われました。記録していません。診断を行った所属の人としてログインし直すと送れます。"
                        + "異動などで所属が変わったときは、診断を行った機関の管理者か、ネットワークのシステム管理に相談してください。");
    }

    /**
     * An institution that took over the one of the talk stands for it.
     *
     * @param from as sent, or null where the sender does not say
     * @throws HeldElsewhere for another place than the viewer's
     * @throws InvalidInput when half of it is missing
     */
    public static void refuseUnlessOf(Viewer viewer, HeldFor from) {
        if (from == null) {
            return;
        }
        required("from.network", from.network());
        required("from.institution", from.institution());
        if (!from.network().equals(viewer.network()) || !viewer.standsFor(from.institution())) {
            throw new HeldElsewhere();
        }
    }

    private static void required(String field, String code) {
        if (code == null || code.isBlank()) {
            throw new InvalidInput(field, "診断を行ったネットワークと支援機関の符号を、両方書いてください。");
        }
    }
}
