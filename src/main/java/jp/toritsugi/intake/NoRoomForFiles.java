package jp.toritsugi.intake;

import jp.toritsugi.problem.Refusal;

/** The files of all people together fill what may be filled. */
final class NoRoomForFiles extends Refusal {
    private static final long serialVersionUID = 1L;

    NoRoomForFiles() {
        super(
                429,
                "no-room-for-files",
                "ファイルを預かる場所がいっぱいです",
                "いまは取り込むファイルを預かれません。確認済みのファイルは記録すると片付きます。しばらくしてからもう一度送るか、システム管理の担当者に知らせてください。");
    }
}
