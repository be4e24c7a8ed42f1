package jp.toritsugi.diagnosis;

import jp.toritsugi.problem.Refusal;

/** An emergency opens a case to be read, not to be changed. */
final class OnlyToRead extends Refusal {
    private static final long serialVersionUID = 1L;

    OnlyToRead() {
        super(403, "only-to-read", "緊急閲覧中の診断票は変えられません", "緊急閲覧では内容を見ることだけができます。訂正・取下げは実施機関に依頼してください。");
    }
}
