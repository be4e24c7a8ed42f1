package jp.toritsugi.form;

import java.time.Instant;
import jp.toritsugi.questionnaire.Flow;
import jp.toritsugi.questionnaire.PathCertificate;
import jp.toritsugi.questionnaire.Questionnaire;

/**
 * One version with what was proved of it.
 *
 * @param provedAt when this running application walked all its paths
 */
record ProvedQuestionnaire(Questionnaire definition, PathCertificate certificate, Instant provedAt, Flow flow) {

    /** Enough of the checksum to tell two printouts apart. */
    public String shortChecksum() {
        return definition.checksum().substring(0, 12);
    }

    /** Texts the secretariat has not confirmed: questions and advice (要確認). */
    public long unconfirmed() {
        long questions = definition.questions().stream()
                .filter(question -> !question.confirmed())
                .count();
        long advice = definition.leaves().stream()
                .flatMap(leaf -> leaf.advice().values().stream())
                .filter(text -> !text.confirmed())
                .count();
        return questions + advice;
    }
}
