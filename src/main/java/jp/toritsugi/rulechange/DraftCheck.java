package jp.toritsugi.rulechange;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.questionnaire.Fault;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import jp.toritsugi.recommendation.NetworkRules;
import jp.toritsugi.routing.CheckedRules;
import jp.toritsugi.routing.RuleSet;

/**
 * Holds a draft to what the rules of the application are held to, and to its place among the versions there are: a version
 * and a day of its own, later than today and than every other, so that what is decided already stays as it is.
 */
@ApplicationScoped
class DraftCheck {
    private final QuestionnaireLibrary questionnaires;
    private final NetworkRules rules;
    private final Clock clock;

    DraftCheck(QuestionnaireLibrary questionnaires, NetworkRules rules, Clock clock) {
        this.questionnaires = questionnaires;
        this.rules = rules;
        this.clock = clock;
    }

    CheckedRules check(DraftTexts texts, String network) {
        CheckedRules checked = CheckedRules.of(texts.rules(), texts.cases(), questionnaires);
        if (checked.ruleSet() == null) {
            return checked;
        }
        List<Fault> faults = new ArrayList<>(checked.faults());
        faults.addAll(place(checked.ruleSet(), texts.rules(), network));
        return new CheckedRules(checked.ruleSet(), checked.cases(), faults);
    }

    private List<Fault> place(RuleSet draft, String text, String network) {
        List<Fault> faults = new ArrayList<>();
        LocalDate day = draft.head().validFrom();
        if (!day.isAfter(LocalDate.now(clock))) {
            faults.add(fault(text, "validFrom", "使い始める日（validFrom）は、明日以後にしてください。過去の判断は変えられません。"));
        }
        if (draft.id().startsWith("drafts/")) {
            faults.add(fault(text, "code", "決まりの符号 drafts は使えません。"));
        }
        for (RuleSet other : rules.all(network)) {
            if (other.id().equals(draft.id())) {
                faults.add(fault(text, "version", "版 " + draft.id() + " はすでにあります。新しい版の番号を付けてください。"));
            }
            if (other.questionnaire().equals(draft.questionnaire())
                    && !day.isAfter(other.head().validFrom())) {
                faults.add(fault(
                        text,
                        "validFrom",
                        "版 " + other.id() + " の使い始め（" + other.head().validFrom() + "）より後の日にしてください。"));
            }
        }
        return faults;
    }

    private static Fault fault(String text, String key, String sentence) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(key + ":")) {
                return new Fault(CheckedRules.RULES, i + 1, sentence);
            }
        }
        return new Fault(CheckedRules.RULES, 1, sentence);
    }
}
