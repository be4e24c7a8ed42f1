package jp.toritsugi.intake;

import jp.toritsugi.problem.Refusal;

/** Somebody recorded one of the file's sheets while the whole of it was being written. */
final class ImportCollided extends Refusal {
    private static final long serialVersionUID = 1L;

    ImportCollided() {
        super(
                409,
                "import-collided",
                "ほかの記録と重なりました",
                "取り込んでいる間に、同じ管理番号の診断がほかで記録されました。何も記録していません。同じファイルをもう一度取り込んでください。");
    }
}
