package jp.toritsugi.intake;

import jp.toritsugi.problem.Refusal;

/** One person's imports at a time are few: each reads a file of up to gigabytes and keeps a worker and a connection. */
final class TooManyImports extends Refusal {
    static final int MOST = 3;

    private static final long serialVersionUID = 1L;

    TooManyImports() {
        super(429, "too-many-imports", "取込みが重なっています", "一度に進められる取込みは一人" + MOST + "件までです。先の取込みが終わってから送ってください。");
    }
}
