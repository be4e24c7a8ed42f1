package jp.toritsugi.routing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.questionnaire.Paths;

/**
 * Cases with the result a rule set gives, so that whoever evaluates the same rules elsewhere, as the tablet does without a
 * signal, can be held to agree. Every complete sheet and every sheet with one answer missing, in circumstances that go
 * through all facts, ages, sizes, wishes and consents in turn: the same list every time.
 */
public final class Vectors {
    private static final LocalDate DAY = LocalDate.of(2019, 10, 15);
    private static final Fact[] FACTS = Fact.values();
    private static final Set<RecipientKind> EVERYBODY = EnumSet.complementOf(EnumSet.of(RecipientKind.OWN_ADVISER));

    private Vectors() {}

    public record Vector(RoutingCase routed, Recommendation expected) {}

    public static List<Vector> of(RuleSet ruleSet) {
        List<Vector> vectors = new ArrayList<>();
        for (Map<String, String> sheet : sheets(ruleSet)) {
            RoutingCase one = circumstances(ruleSet, sheet, vectors.size());
            vectors.add(new Vector(one, ruleSet.recommendUnexplained(one)));
        }
        return vectors;
    }

    private static List<Map<String, String>> sheets(RuleSet ruleSet) {
        List<Map<String, String>> sheets = new ArrayList<>();
        for (Map<String, String> complete : Paths.complete(ruleSet.questionnaire())) {
            sheets.add(complete);
            for (String left : complete.keySet()) {
                Map<String, String> answers = new LinkedHashMap<>(complete);
                answers.remove(left);
                sheets.add(answers);
            }
        }
        return sheets;
    }

    private static RoutingCase circumstances(RuleSet ruleSet, Map<String, String> answers, int n) {
        StandingAnswers standing = StandingAnswers.of(ruleSet.questionnaire(), answers);
        Map<Fact, Boolean> facts = new EnumMap<>(Fact.class);
        if (n % 3 == 1) {
            facts.put(FACTS[n / 3 % FACTS.length], true);
        } else if (n % 3 == 2) {
            facts.put(FACTS[n / 3 % FACTS.length], n % 2 == 0);
            facts.put(FACTS[n / 5 % FACTS.length], true);
        }
        int age = 54 + n * 7 % 30;
        LocalDate birth = n % 4 == 0 ? DAY.minusYears(age).minusDays(n * 31 % 360) : null;
        return new RoutingCase(
                ruleSet.questionnaire().id().toString(),
                DAY,
                standing.answers(),
                standing.inferred(),
                standing.leaf(),
                standing.leafState(),
                n % 11 == 10 ? null : Integer.valueOf(age),
                n % 11 == 10 ? null : birth,
                n % 5 == 0 ? null : n % 2 == 0 ? "corporation" : "sole-proprietor",
                n % 7 == 0 ? null : Integer.valueOf(n * 3 % 40),
                n % 6 == 0 ? null : n % 6 < 3 ? "I" : "E",
                n % 2 == 0 ? "022021" : "022012",
                facts,
                n % 4 == 3 ? Integer.valueOf(n % 6) : null,
                n % 9 == 8 ? "down" : null,
                n % 13 == 12,
                n % 10 == 9 ? "not-now" : "wanted",
                n % 8 == 7
                        ? Set.of()
                        : n % 8 == 6 ? EnumSet.of(RecipientKind.CENTER, RecipientKind.SUCCESSOR_BANK) : EVERYBODY,
                n % 17 == 16,
                n % 19 == 18,
                null);
    }
}
