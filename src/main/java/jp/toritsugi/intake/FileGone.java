package jp.toritsugi.intake;

import jp.toritsugi.problem.Refusal;

/** The uploaded file or its details are no longer kept. */
final class FileGone extends Refusal {
    private static final long serialVersionUID = 1L;

    FileGone() {
        super(
                410,
                "import-file-gone",
                "ファイルの保管期限が過ぎました",
                "送られたファイルと明細は24時間で、また新しいファイルが多くなると古いものから消します。もう一度ファイルを選んで確認からやり直してください。");
    }
}
