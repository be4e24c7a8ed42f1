package jp.toritsugi.routing;

import static org.assertj.core.api.Assertions.assertThat;

import jp.toritsugi.questionnaire.Fault;
import org.junit.jupiter.api.Test;

/** Rules from outside: never an exception, always a sentence with its line. */
class CheckedRulesTest {
    private static final String RULES = RuleLibrary.text("succession-routing/1.yaml");
    private static final String CASES = RuleLibrary.text("succession-routing/1-cases.csv");

    @Test
    void the_version_of_the_application_is_sound() {
        CheckedRules checked = check(RULES, CASES);

        assertThat(checked.faults()).isEmpty();
        assertThat(checked.cases()).hasSize(AcceptanceCase.of(Rules.FIRST).size());
        assertThat(checked.ruleSet().head().checksum())
                .isEqualTo(Rules.FIRST.head().checksum());
    }

    @Test
    void what_is_no_table_of_rules_is_told_so() {
        for (String nonsense :
                new String[] {"", "- a", "code: [", "\u0001", "? [a, b]\n: c", "a: &x 1\nb: *x", "rules: 3"}) {
            assertThat(check(nonsense, CASES).faults()).as(nonsense).isNotEmpty();
        }
    }

    @Test
    void references_that_multiply_are_refused() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            laughs.append("a%1$d: &a%1$d [*a%2$d, *a%2$d]%n".formatted(i, i - 1));
        }
        assertThat(check(laughs.toString(), CASES).faults())
                .extracting(Fault::sentence)
                .anyMatch(said -> said.contains("参照"));
    }

    @Test
    void each_cell_of_a_case_is_looked_at() {
        told(CASES.replaceFirst("2019-10-15,Q1=yes", "昨日,Q1=yes"), 4, "診断日 の「昨日」");
        told(CASES.replaceFirst("Q1-1=relative", "Q1-1=cousin"), 4, "Q1-1=cousin");
        told(CASES.replaceFirst(",66,corporation", ",若い,corporation"), 4, "年齢 の「若い」");
        told(CASES.replaceFirst(",66,corporation", ",66,club"), 4, "法人個人 の「club」");
        told(CASES.replaceFirst("wanted,all,chamber", "wanted,everybody,chamber"), 4, "同意 の「everybody」");
        told(CASES.replaceFirst("wanted,all,chamber", "wanted,all,temple"), 4, "実施機関 の「temple」");
        told("番号\n1", 1, "列がありません");
        told(CASES.lines().limit(3).reduce((one, other) -> one + "\n" + other).orElseThrow(), 1, "一つもありません");
        told(CASES.replaceFirst("A,clear,R46", "A,clear,R45"), 4, "決まり は「R45」のはずが「R46」になります");
    }

    private static void told(String cases, int line, String sentence) {
        assertThat(check(RULES, cases).faults()).as(sentence).singleElement().satisfies(fault -> {
            assertThat(fault.sentence()).contains(sentence);
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.file()).isEqualTo("受入れ例");
        });
    }

    private static CheckedRules check(String rules, String cases) {
        return CheckedRules.of(rules, cases, Rules.QUESTIONNAIRES);
    }
}
