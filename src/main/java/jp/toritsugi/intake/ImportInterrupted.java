package jp.toritsugi.intake;

import jp.toritsugi.problem.Refusal;

/** The server was ended while a file was being worked through; it stopped after a batch. */
final class ImportInterrupted extends Refusal {
    private static final long serialVersionUID = 1L;

    ImportInterrupted() {
        super(
                409,
                "import-interrupted",
                "途中で止まりました",
                "サーバーを止めたため、取込みも止まりました。ファイルの誤りではありません。同じファイルをもう一度取り込んでください。記録済みの行が二重になることはありません。");
    }
}
