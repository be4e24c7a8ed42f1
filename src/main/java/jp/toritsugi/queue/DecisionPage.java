package jp.toritsugi.queue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.toritsugi.diagnosis.OpenSheet;
import jp.toritsugi.questionnaire.LeafState;
import jp.toritsugi.recommendation.RecommendationView;
import jp.toritsugi.referral.CaseView;
import jp.toritsugi.referral.Noted;
import jp.toritsugi.referral.Outcome;
import jp.toritsugi.referral.ReferralState;
import jp.toritsugi.referral.ReferralView;
import jp.toritsugi.sheet.SheetDescription;

/**
 * The page on which one case is decided: left what is known, right what to do.
 *
 * @param line the case as it stands in the queue: its next deadline may be that of a referral
 * @param advice null where no rules were made for the questionnaire
 * @param groups desks of the kinds the rules name; none to choose where the consent is missing
 * @param others desks of other kinds
 * @param filters of the queue one came from
 * @param back address of it
 * @param told what was done a moment ago, or null
 * @param refused what could not be done, with what was typed; null when nothing was
 */
record DecisionPage(
        CaseView file,
        QueueLine line,
        OpenSheet sheet,
        String municipality,
        List<Answer> answers,
        List<SheetDescription.Section> sections,
        RecommendationView advice,
        List<ConsentLine> consents,
        List<DeskChoices.Group> groups,
        List<DeskChoices.Choice> others,
        String filters,
        String back,
        String told,
        Refused refused) {

    /** @param given false for a non-response */
    record Answer(String code, String text, String answer, boolean given) {}

    record ConsentLine(String label, String word, boolean inForce) {}

    /**
     * @param form the move whose form was sent, with the referral's id before it where it was a referral's
     * @param chosen desks that were ticked
     */
    record Refused(String form, String title, String says, Map<String, String> typed, Set<String> chosen) {}

    public String typed(String form, String field) {
        return refused == null || !refused.form().equals(form)
                ? ""
                : refused.typed().getOrDefault(field, "");
    }

    /** Name of the form with which that referral is moved, or written about ({@code entry}). */
    public String formOf(ReferralView referral, String move) {
        return referral.id() + "/" + move;
    }

    public boolean isOpened(String form) {
        return refused != null && refused.form().equals(form);
    }

    /**
     * Ticked already: what was chosen before; else, while nothing is under way, the next proposal: the first desk, in the
     * order of the kinds advised, that has not sent the case back.
     */
    public boolean isTicked(DeskChoices.Choice desk) {
        if (refused != null && refused.form().equals("hand-over")) {
            return refused.chosen().contains(desk.id().toString());
        }
        return file.referrals().stream().noneMatch(ReferralView::open)
                && groups.stream()
                        .flatMap(group -> group.desks().stream())
                        .filter(one -> !hasDeclined(one))
                        .findFirst()
                        .filter(next -> next.id().equals(desk.id()))
                        .isPresent();
    }

    /** Whether that desk had the case and did not take it to an end. */
    public boolean hasDeclined(DeskChoices.Choice desk) {
        return file.referrals().stream()
                .anyMatch(one -> one.desk().equals(desk.id())
                        && (one.state() == ReferralState.REJECTED || one.state() == ReferralState.FAILED));
    }

    /** Whether that desk has the case already. */
    public boolean isThere(DeskChoices.Choice desk) {
        return file.referrals().stream()
                .anyMatch(one -> one.open() && one.desk().equals(desk.id()));
    }

    public Outcome[] outcomes() {
        return Outcome.values();
    }

    public Noted[] noted() {
        return Noted.values();
    }

    public String leafStateLabel() {
        return LeafState.labelOf(sheet.leafState());
    }
}
