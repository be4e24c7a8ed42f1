package jp.toritsugi.form;

import java.time.LocalDate;

/**
 * One version in a list.
 *
 * @param questions number of questions
 * @param unconfirmed number of texts still 要確認
 */
record QuestionnaireLine(
        String id,
        String code,
        String version,
        String title,
        LocalDate validFrom,
        int questions,
        long unconfirmed,
        String checksum) {

    static QuestionnaireLine of(ProvedQuestionnaire questionnaire) {
        var definition = questionnaire.definition();
        return new QuestionnaireLine(
                definition.id().toString(),
                definition.id().code(),
                definition.id().version(),
                definition.title(),
                definition.head().validFrom(),
                definition.questions().size(),
                questionnaire.unconfirmed(),
                definition.checksum());
    }
}
