package jp.toritsugi.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.toritsugi.questionnaire.LeafState;
import jp.toritsugi.questionnaire.Paths;
import org.junit.jupiter.api.Test;

/**
 * Every sheet that the rules can tell from another, complete or not, with every combination of the facts they ask for: what
 * is kept gives the same result again, and every stated counter-example flips it.
 */
class EveryCaseTest {
    private static final List<Fact> FACTS = List.of(
            Fact.INSOLVENT,
            Fact.CLOSING,
            Fact.LOANS,
            Fact.GUARANTEE,
            Fact.SHARES_DISPERSED,
            Fact.DISPUTE,
            Fact.HEALTH_CONCERN);
    private static final int[] AGES = {59, 65, 70, 75};

    private final Map<Map<String, String>, StandingAnswers> readings = new HashMap<>();
    private int tried;
    private int flips;

    @Test
    void every_kept_explanation_gives_its_result_and_every_counter_example_flips_it() {
        Map<List<Object>, Map<String, String>> sheets = sheets();

        for (Map<String, String> sheet : sheets.values()) {
            for (int facts = 0; facts < 1 << FACTS.size(); facts++) {
                for (int rest = 0; rest < 32; rest++) {
                    check(sheet, facts(facts), rest);
                }
            }
        }

        assertThat(sheets).hasSizeGreaterThan(100);
        assertThat(tried).isEqualTo(sheets.size() * 128 * 32);
        assertThat(flips).isGreaterThan(tried);
    }

    private void check(Map<String, String> sheet, Map<Fact, Boolean> facts, int rest) {
        RoutingCase one = made(sheet, facts, (rest & 16) == 0 ? null : Integer.valueOf(2), rest);
        Recommendation made = Rules.FIRST.recommend(one);
        tried++;
        if (!made.explanation().again().agreesWith(made)) {
            fail("not the same again: " + one);
        }
        for (Explanation.Flip flip : made.explanation().changes()) {
            Recommendation other = Rules.FIRST.recommendUnexplained(changed(sheet, facts, rest, one, flip.change()));
            boolean flipped = !Objects.equals(other.rule(), made.rule()) || other.referral() != made.referral();
            if (!flipped || !Objects.equals(other.rule(), flip.rule()) || other.referral() != flip.referral()) {
                fail(flip + " of " + one + " gives " + other);
            }
            flips++;
        }
    }

    private RoutingCase changed(
            Map<String, String> sheet, Map<Fact, Boolean> facts, int rest, RoutingCase one, Change change) {
        if (change instanceof Change.Answer answer) {
            Map<String, String> answers = new LinkedHashMap<>(sheet);
            answers.put(answer.question(), answer.to());
            return made(answers, facts, one.handoverWithinYears(), rest);
        }
        if (change instanceof Change.OfFact fact) {
            Map<Fact, Boolean> others = new EnumMap<>(Fact.class);
            others.putAll(facts);
            others.put(fact.fact(), fact.there());
            return made(sheet, others, one.handoverWithinYears(), rest);
        }
        return made(sheet, facts, Integer.valueOf(change.to()), rest);
    }

    private static Map<Fact, Boolean> facts(int chosen) {
        Map<Fact, Boolean> facts = new EnumMap<>(Fact.class);
        for (int i = 0; i < FACTS.size(); i++) {
            if ((chosen & 1 << i) != 0) {
                facts.put(FACTS.get(i), true);
            }
        }
        return facts;
    }

    /** @param rest two bits of age, one each of kind and performance */
    private RoutingCase made(Map<String, String> sheet, Map<Fact, Boolean> facts, Integer handover, int rest) {
        StandingAnswers standing = readings.computeIfAbsent(sheet, answers -> StandingAnswers.of(Rules.SHEET, answers));
        return new RoutingCase(
                "succession-diagnosis/2016",
                Rules.DAY,
                standing.answers(),
                standing.inferred(),
                standing.leaf(),
                standing.leafState(),
                AGES[rest & 3],
                null,
                (rest & 4) == 0 ? "corporation" : "sole-proprietor",
                null,
                null,
                "022021",
                facts,
                handover,
                (rest & 8) == 0 ? null : "down",
                false,
                "wanted",
                Rules.EVERYBODY,
                false,
                false,
                null);
    }

    /** One sheet for each leaf, state and set of answers that some rule asks for. */
    private static Map<List<Object>, Map<String, String>> sheets() {
        Map<List<Object>, Map<String, String>> sheets = new LinkedHashMap<>();
        for (Map<String, String> complete : Paths.complete(Rules.SHEET)) {
            List<String> questions = List.copyOf(complete.keySet());
            for (int left = 0; left < 1 << questions.size(); left++) {
                Map<String, String> answers = new LinkedHashMap<>();
                for (int i = 0; i < questions.size(); i++) {
                    if ((left & 1 << i) == 0) {
                        answers.put(questions.get(i), complete.get(questions.get(i)));
                    }
                }
                StandingAnswers standing = StandingAnswers.of(Rules.SHEET, answers);
                Map<String, String> asked = new LinkedHashMap<>(standing.answers());
                asked.keySet().removeAll(List.of("Q1", "Q2", "Q7"));
                LeafState state = standing.leafState();
                sheets.putIfAbsent(List.of(standing.leaf(), state, asked), answers);
            }
        }
        return sheets;
    }
}
