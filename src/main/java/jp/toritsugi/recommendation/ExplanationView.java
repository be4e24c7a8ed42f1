package jp.toritsugi.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.questionnaire.LeafState;
import jp.toritsugi.routing.Deadlines;
import jp.toritsugi.routing.Explanation;
import jp.toritsugi.routing.ExplanationWords;
import jp.toritsugi.routing.KindNames;
import jp.toritsugi.routing.Recommendation;
import jp.toritsugi.routing.RuleSet;
import jp.toritsugi.routing.Trial;

/**
 * Why.
 *
 * @param title of the rule set
 * @param answers that routed, the concluded ones among them
 * @param contacts whom it names, as they were called on the day of the interview
 * @param rules every rule in the order of trial, and what became of it
 * @param changes each of which alone would give another result
 * @param sentences in Japanese, in the order it is told; the changes have their own
 * @param toComplete what the sheet lacks: {@code age}
 * @param handOverBy last day for handing over, or null
 * @param contactBy last day for the first contact, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExplanationView(
        String title,
        String leaf,
        String leafState,
        Map<String, String> answers,
        Map<String, String> inferred,
        List<Contact> contacts,
        List<Trial> rules,
        List<Changed> changes,
        List<String> sentences,
        List<String> toComplete,
        LocalDate handOverBy,
        LocalDate contactBy) {

    /** @param part {@code primary}, {@code additional} or {@code blocked} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contact(RecipientKind kind, String part, String name, String place) {}

    /** @param rule that would decide then, or null */
    public record Changed(String subject, String to, String rule, boolean referral, String sentence) {}

    /**
     * @param interview by whose day consultants are named
     * @param deadlines null without a referral
     */
    record Days(LocalDate interview, Deadlines deadlines) {}

    static ExplanationView of(Recommendation made, ExplanationWords words, RuleSet ruleSet, Days days) {
        Explanation explanation = made.explanation();
        return new ExplanationView(
                ruleSet.head().title(),
                explanation.routed().leaf(),
                explanation.routed().leafState().code(),
                explanation.routed().answers(),
                explanation.routed().inferred(),
                contacts(made, ruleSet, days.interview()),
                words.trials(),
                changes(explanation, words.changes()),
                words.sentences(),
                words.toComplete(),
                days.deadlines() == null ? null : days.deadlines().handOverBy(),
                days.deadlines() == null ? null : days.deadlines().contactBy());
    }

    private static List<Contact> contacts(Recommendation made, RuleSet ruleSet, LocalDate day) {
        List<Contact> contacts = new ArrayList<>();
        if (made.primary() != null) {
            contacts.add(contact(made.primary(), "primary", ruleSet, day));
        }
        made.additional().forEach(kind -> contacts.add(contact(kind, "additional", ruleSet, day)));
        made.blocked().forEach(kind -> contacts.add(contact(kind, "blocked", ruleSet, day)));
        return contacts;
    }

    private static Contact contact(RecipientKind kind, String part, RuleSet ruleSet, LocalDate day) {
        KindNames.Name name = ruleSet.name(kind, day);
        return new Contact(kind, part, name.name(), name.place());
    }

    private static List<Changed> changes(Explanation explanation, List<String> sentences) {
        List<Changed> changes = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Explanation.Flip flip = explanation.changes().get(i);
            changes.add(new Changed(
                    flip.change().subject(), flip.change().to(), flip.rule(), flip.referral(), sentences.get(i)));
        }
        return changes;
    }

    public String leafStateLabel() {
        return LeafState.labelOf(leafState);
    }

    /** Rules that had to do with this leaf, for people; the others are for programs. */
    public List<Trial> near() {
        return rules.stream().filter(trial -> !trial.otherLeaf()).toList();
    }
}
