package jp.toritsugi.candidate;

import jp.toritsugi.problem.Refusal;

/** Of a candidate no history is kept: while the sheet is held, the name may neither be deleted nor written over. */
final class CandidateHeld extends Refusal {
    private static final long serialVersionUID = 1L;

    CandidateHeld() {
        super(
                409,
                "candidate-held",
                "廃棄の保留中です",
                "この診断票は廃棄の保留中のため、後継者候補の氏名は消すことも書き換えることもできません。保留が解かれてから、もう一度お試しください。保留については事務局にお尋ねください。");
    }
}
