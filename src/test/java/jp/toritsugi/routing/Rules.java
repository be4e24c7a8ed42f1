package jp.toritsugi.routing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.japan.Age;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;

/** The rule set in force and cases to try it on. */
final class Rules {
    static final QuestionnaireLibrary QUESTIONNAIRES = QuestionnaireLibrary.load();
    static final Questionnaire SHEET = QUESTIONNAIRES
            .find(new QuestionnaireId("succession-diagnosis", "2016"))
            .orElseThrow();
    static final RuleLibrary LIBRARY = RuleLibrary.load(QUESTIONNAIRES);
    static final RuleSet FIRST = LIBRARY.find("succession-routing/1").orElseThrow();
    static final LocalDate DAY = LocalDate.of(2019, 10, 15);
    static final Set<RecipientKind> EVERYBODY = Set.copyOf(EnumSet.complementOf(EnumSet.of(RecipientKind.OWN_ADVISER)));

    private Rules() {}

    /** A case with everything plain but the answers; other things are set by {@link Making}. */
    static Making sheet(Map<String, String> answers) {
        return new Making(answers);
    }

    static Recommendation recommend(Making making) {
        return FIRST.recommend(making.made());
    }

    /** A case in the making. */
    static final class Making {
        Map<String, String> answers;
        LocalDate day = DAY;
        Integer age = 65;
        LocalDate birthDate;
        String kind;
        Integer employees;
        String industry;
        String municipality;
        final Map<Fact, Boolean> facts = new EnumMap<>(Fact.class);
        Integer handover;
        String performance;
        boolean adviser;
        String wish = "wanted";
        Set<RecipientKind> covered = EVERYBODY;
        boolean outside;
        boolean openCase;

        private Making(Map<String, String> answers) {
            this.answers = answers;
        }

        Making copy() {
            Making copy = new Making(new LinkedHashMap<>(answers));
            copy.day = day;
            copy.age = age;
            copy.birthDate = birthDate;
            copy.kind = kind;
            copy.employees = employees;
            copy.industry = industry;
            copy.municipality = municipality;
            copy.facts.putAll(facts);
            copy.handover = handover;
            copy.performance = performance;
            copy.adviser = adviser;
            copy.wish = wish;
            copy.covered = covered;
            copy.outside = outside;
            copy.openCase = openCase;
            return copy;
        }

        Making aged(Integer years) {
            age = years;
            return this;
        }

        Making born(LocalDate day) {
            birthDate = day;
            age = Age.on(this.day, day);
            return this;
        }

        Making with(Fact... there) {
            Arrays.stream(there).forEach(fact -> facts.put(fact, true));
            return this;
        }

        Making wishing(String text) {
            wish = text;
            return this;
        }

        Making covering(RecipientKind... kinds) {
            covered = Set.of(kinds);
            return this;
        }

        RoutingCase made() {
            StandingAnswers standing = StandingAnswers.of(SHEET, answers);
            return new RoutingCase(
                    SHEET.id().toString(),
                    day,
                    standing.answers(),
                    standing.inferred(),
                    standing.leaf(),
                    standing.leafState(),
                    age,
                    birthDate,
                    kind,
                    employees,
                    industry,
                    municipality,
                    new EnumMap<>(facts),
                    handover,
                    performance,
                    adviser,
                    wish,
                    covered,
                    outside,
                    openCase,
                    null);
        }
    }
}
