package jp.toritsugi.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every line of the files in which experts say what they expect, for every version. */
class AcceptanceCasesTest {
    @TestFactory
    Stream<DynamicTest> every_case_goes_where_the_experts_expect_it() {
        return Rules.LIBRARY.all().stream().flatMap(ruleSet -> AcceptanceCase.of(ruleSet).stream()
                .map(one -> DynamicTest.dynamicTest(
                        ruleSet.id() + " 例" + one.number() + " " + one.description(),
                        () -> assertThat(one.surprises(ruleSet)).isEmpty())));
    }

    @Test
    void the_first_version_has_its_eighteen_cases() {
        assertThat(AcceptanceCase.of(Rules.FIRST).stream()
                        .map(one -> one.number().replaceFirst("-.*", ""))
                        .distinct())
                .hasSize(18);
    }

    @Test
    void a_case_that_goes_elsewhere_is_told_with_its_column() {
        String file = RuleLibrary.text("succession-routing/1-cases.csv").replace(",R46,", ",R45,");

        assertThat(AcceptanceCase.read(file, Rules.SHEET).get(0).surprises(Rules.FIRST))
                .containsExactly(java.util.Map.entry("決まり", "R46"));
    }
}
