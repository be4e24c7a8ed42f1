package jp.toritsugi.inbox;

import jp.toritsugi.problem.Refusal;

/** The ground of the paper is gone. */
final class NothingToPrint extends Refusal {
    private static final long serialVersionUID = 1L;

    NothingToPrint() {
        super(409, "nothing-to-print", "印刷できません", "この取次は取り消されたため、取次票は出せません。手元の控えは廃棄してください。");
    }
}
