package jp.toritsugi.diagnosis;

import java.time.Instant;
import java.util.List;
import jp.toritsugi.questionnaire.Flow;
import jp.toritsugi.questionnaire.Leaf;
import jp.toritsugi.questionnaire.LeafState;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.sheet.SheetDescription;

/**
 * One sheet as a page shows it.
 *
 * @param flow the questionnaire's flow with this sheet's way marked
 * @param path the questions its branch asks, in order, answered or not
 * @param offBranch answers although the branch does not ask
 * @param notAsked codes of questions neither asked nor answered
 * @param leaf null where the answers do not decide
 * @param advice what the leaf's state advises, or null
 * @param inferred what would be concluded for routing, each in a sentence; empty where the answers decide
 * @param changes newest first
 * @param parts sections that features above this one add, as HTML
 * @param glassBrokenUntil end of the 緊急閲覧 that alone lets this viewer see it, or null
 * @param linksPairs whether the viewer may say which sheets are of one firm
 */
record SheetPage(
        DiagnosisView sheet,
        String institutionName,
        Questionnaire questionnaire,
        Flow flow,
        List<Answered> path,
        List<Answered> offBranch,
        List<String> notAsked,
        Leaf leaf,
        Leaf.Advice advice,
        List<String> inferred,
        List<SheetDescription.Section> sections,
        List<Change> changes,
        ConsentSection consents,
        List<String> parts,
        Instant glassBrokenUntil,
        boolean linksPairs) {

    /**
     * One question with what was answered.
     *
     * @param answer はい, わからない, 未回答 …
     * @param isAnswer false for a non-response
     * @param unfavourable an answer that calls for action at the leaf
     */
    record Answered(String code, String text, String answer, boolean isAnswer, boolean unfavourable, String comment) {}

    /** One revision, and what it changed against the one before. */
    record Change(RevisionView revision, List<Difference> differences) {}

    /** @param before empty where there was nothing, as is after */
    record Difference(String label, String before, String after) {}

    public boolean isWithdrawn() {
        return sheet.status().equals(Diagnosis.WITHDRAWN);
    }

    public boolean isChangeable() {
        return !isWithdrawn() && glassBrokenUntil == null;
    }

    public String title() {
        return sheet.sheet().enterprise().name();
    }

    /** 順調, 要対応 or 未確定. */
    public String leafStateLabel() {
        return LeafState.labelOf(sheet.leafState());
    }
}
