package jp.toritsugi.provision;

import java.util.List;
import jp.toritsugi.sheet.SheetDescription;

/**
 * One record of provision with what was given, in words.
 *
 * @param answers in the order of the questionnaire
 * @param leaf 到達区分 in words, or null
 */
public record ReceivedCase(
        ProvisionView provision,
        boolean received,
        String leaf,
        List<Answer> answers,
        List<SheetDescription.Section> sections) {
    /** @param comment null where none was written, or none was given */
    public record Answer(String code, String text, String answer, String comment) {}
}
