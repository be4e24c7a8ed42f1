package jp.toritsugi.rulechange;

import jp.toritsugi.questionnaire.Fault;

/**
 * One thing wrong with a draft.
 *
 * @param file which of the two: 決まり or 受入れ例
 */
public record DraftFault(String file, int line, String sentence) {
    static DraftFault of(Fault fault) {
        return new DraftFault(fault.file(), fault.line(), fault.sentence());
    }
}
