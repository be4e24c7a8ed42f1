package jp.toritsugi.form;

import jp.toritsugi.questionnaire.QuestionnaireId;

/** The file of a version that sheets have used is not the one they were written on. Stops the start. */
final class QuestionnaireInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private QuestionnaireInUse(String sentence) {
        super(sentence);
    }

    static QuestionnaireInUse edited(QuestionnaireId id, String remembered, String found) {
        return new QuestionnaireInUse("調査票 " + file(id) + " は、診断に使われた版ですが、書き換えられています（使われたときの照合値 " + remembered
                + "、いまの照合値 " + found + "）。ファイルを元に戻し、文言や枝分かれを変えるときは新しい版のファイルを作ってください。");
    }

    static QuestionnaireInUse gone(QuestionnaireId id, String remembered) {
        return new QuestionnaireInUse("調査票 " + file(id) + " は、診断に使われた版ですが、ファイルがありません（使われたときの照合値 " + remembered
                + "）。ファイルを戻し、questionnaires/index.txt に載せてください。");
    }

    private static String file(QuestionnaireId id) {
        return "questionnaires/" + id + ".yaml";
    }
}
