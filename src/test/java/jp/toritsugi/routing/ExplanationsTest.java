package jp.toritsugi.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.questionnaire.Paths;
import org.junit.jupiter.api.Test;

/**
 * All ways to answer, each also with answers left out, not given, or written off the branch, in many circumstances: what is
 * stored gives the same result again, every stated counter-example flips it, and what the rules are compiled to agrees with
 * what they say.
 */
class ExplanationsTest {
    private static final String[] NON_RESPONSES = {null, "unknown", "declined", "not-asked"};
    private static final int CIRCUMSTANCES = 12;

    @Test
    void a_stored_explanation_gives_the_stored_result_and_its_counter_examples_flip_it() {
        Random dice = new Random(20161205);
        int tried = 0;
        int flips = 0;
        for (Map<String, String> answers : sheets(dice)) {
            for (int i = 0; i < CIRCUMSTANCES; i++) {
                Rules.Making making = circumstances(answers, dice);
                RoutingCase one = making.made();
                Recommendation made = Rules.FIRST.recommend(one);
                Explanation explanation = made.explanation();

                assertThat(explanation.again().agreesWith(made)).isTrue();
                assertThat(Rules.FIRST.recommendUnexplained(one).agreesWith(made))
                        .isTrue();
                compiledAgrees(one, explanation);
                for (Explanation.Flip flip : explanation.changes()) {
                    Recommendation other = Rules.FIRST.recommend(changed(making, flip.change()));
                    assertThat(other.rule()).as("%s %s", answers, flip).isEqualTo(flip.rule());
                    assertThat(other.referral()).as("%s %s", answers, flip).isEqualTo(flip.referral());
                    assertThat(Objects.equals(other.rule(), made.rule()) && other.referral() == made.referral())
                            .as("%s %s", answers, flip)
                            .isFalse();
                    flips++;
                }
                new ExplanationWords(made).trials();
                new ExplanationWords(made).sentences();
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(50_000);
        assertThat(flips).isGreaterThan(tried);
    }

    private static void compiledAgrees(RoutingCase one, Explanation explanation) {
        List<Rule> rules = Rules.FIRST.parts().rules();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            boolean holds = rule.when().holds(one)
                    && (rule.instead() == null
                            || !Rules.FIRST
                                    .parts()
                                    .rule(rule.instead())
                                    .orElseThrow()
                                    .when()
                                    .holds(one));
            assertThat(rule.applies().hold(explanation.bits())).as(rule.code()).isEqualTo(holds);
            assertThat(explanation.missing()[i] == 0).as(rule.code()).isEqualTo(holds);
        }
    }

    /** Complete sheets, and of each all ways to leave answers out, some with a word for why, some with answers off the branch. */
    private static Set<Map<String, String>> sheets(Random dice) {
        Set<Map<String, String>> sheets = new LinkedHashSet<>();
        for (Map<String, String> complete : Paths.complete(Rules.SHEET)) {
            List<String> questions = List.copyOf(complete.keySet());
            for (int left = 0; left < 1 << questions.size(); left++) {
                Map<String, String> answers = new LinkedHashMap<>();
                for (int i = 0; i < questions.size(); i++) {
                    String answer = (left & 1 << i) == 0
                            ? complete.get(questions.get(i))
                            : NON_RESPONSES[dice.nextInt(NON_RESPONSES.length)];
                    if (answer != null) {
                        answers.put(questions.get(i), answer);
                    }
                }
                sheets.add(answers);
                if (dice.nextInt(3) == 0) {
                    Map<String, String> offBranch = new LinkedHashMap<>(answers);
                    Rules.SHEET.questions().stream()
                            .filter(question -> !complete.containsKey(question.code()) && dice.nextInt(3) == 0)
                            .forEach(question -> offBranch.put(
                                    question.code(),
                                    question.choices()
                                            .get(dice.nextInt(question.choices().size()))
                                            .code()));
                    sheets.add(offBranch);
                }
            }
        }
        return sheets;
    }

    private static Rules.Making circumstances(Map<String, String> answers, Random dice) {
        Rules.Making making = Rules.sheet(answers);
        making.age = dice.nextInt(8) == 0 ? null : Integer.valueOf(50 + dice.nextInt(40));
        making.kind = new String[] {null, "corporation", "sole-proprietor"}[dice.nextInt(3)];
        making.employees = dice.nextBoolean() ? null : Integer.valueOf(dice.nextInt(40));
        making.industry = new String[] {null, "E", "I", "M76"}[dice.nextInt(4)];
        making.municipality = dice.nextBoolean() ? "022021" : "022012";
        for (Fact fact : Fact.values()) {
            if (dice.nextInt(5) == 0) {
                making.facts.put(fact, dice.nextInt(3) > 0);
            }
        }
        making.handover = dice.nextBoolean() ? null : Integer.valueOf(dice.nextInt(8));
        making.performance = new String[] {null, "up", "flat", "down"}[dice.nextInt(4)];
        making.adviser = dice.nextInt(8) == 0;
        making.wish = new String[] {null, "wanted", "wanted", "wanted", "not-now", "undecided"}[dice.nextInt(6)];
        making.outside = dice.nextInt(10) == 0;
        making.openCase = dice.nextInt(10) == 0;
        Set<RecipientKind> covered = EnumSet.noneOf(RecipientKind.class);
        for (RecipientKind kind : Rules.EVERYBODY) {
            if (dice.nextInt(3) == 0) {
                covered.add(kind);
            }
        }
        making.covered = switch (dice.nextInt(4)) {
            case 0 -> Set.of();
            case 1 -> covered;
            default -> Rules.EVERYBODY;
        };
        return making;
    }

    /** By reading the changed sheet anew, not by the bits that the change was found with. */
    private static RoutingCase changed(Rules.Making making, Change change) {
        Rules.Making other = making.copy();
        if (change instanceof Change.Answer answer) {
            other.answers.put(answer.question(), answer.to());
        } else if (change instanceof Change.OfFact fact) {
            other.facts.put(fact.fact(), fact.there());
        } else if (change instanceof Change.Handover handover) {
            other.handover = handover.years();
        } else if (change instanceof Change.Cleared cleared) {
            switch (cleared) {
                case CONSENT -> other.covered = Rules.EVERYBODY;
                case WISH -> other.wish = "wanted";
                case ADVISER -> other.adviser = false;
                case NETWORK -> other.outside = false;
                case OPEN_CASE -> other.openCase = false;
            }
        }
        return other.made();
    }
}
