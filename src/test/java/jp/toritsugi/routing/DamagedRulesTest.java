package jp.toritsugi.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import jp.toritsugi.questionnaire.Fault;
import org.junit.jupiter.api.Test;

/** The first version, damaged in one place at a time. */
class DamagedRulesTest {
    private static final String SOUND = RuleLibrary.text("succession-routing/1.yaml");

    @Test
    void the_sound_rules_are_taken() {
        assertThat(RuleSetFile.parse("sound.yaml", SOUND, Rules.QUESTIONNAIRES).id())
                .isEqualTo("succession-routing/1");
    }

    @Test
    void unknown_codes_are_refused() {
        refused("answered: { Q10: yes }", "answered: { Q12: yes }", "設問 Q12 は succession-diagnosis/2016 にありません");
        refused("answered: { Q10: yes }", "answered: { Q10: maybe }", "設問 Q10 に回答 maybe はありません");
        refused("fact: dispute", "fact: quarrel", "使えない値です: quarrel");
        refused("leaf: D, state: clear", "leaf: E, state: clear", "使えない値です: E");
        refused("primary: revitalization", "primary: reviver", "相談先 reviver はありません");
        refused("gate: G3, months: 12", "gate: G9, months: 12", "関所 G9 はありません");
        refused("instead: R22", "instead: R29", "R29 が、これより前にありません");
        refused("ageFrom: 75", "ageFrom: many", "ageFrom は0から999までの整数です");
        refused("place: succession-bank, not", "place: bank-town, not", "使えない値です: bank-town");
        refused("\"022021\"", "\"022022\"", "022022");
        refused("because: 時期を見て打診。年1回確認", "becuase: 時期を見て打診", "項目 becuase は使えません");
    }

    @Test
    void a_rule_that_can_never_hold_is_refused() {
        refused(
                "answered: { Q9: no }, notAnswered: { Q8: no }",
                "answered: { Q9: no, Q10: no }",
                "R32 の条件は、どの診断票でも成り立ちません");
    }

    @Test
    void a_rule_that_is_always_forestalled_is_refused() {
        refused(
                "when: { leaf: D, state: action, answered: { Q10: yes } }",
                "when: { leaf: D, state: action }",
                "R22 は、前の決まりが必ず先に当てはまるため");
    }

    @Test
    void two_rules_in_the_same_cases_are_refused() {
        refused(
                "when: { leaf: A, state: action, answered: { Q4: no } }",
                "when: { leaf: A, state: action, answered: { Q3: no } }",
                "R44 と R43 は、同じ条件です");
        refused("- rule: R44", "- rule: R43", "決まり R43 が二度あります");
    }

    @Test
    void a_missing_last_resort_is_refused() {
        refused("otherwise:\n  rule: R99", "leftover:\n  rule: R99", "（otherwise）がありません");
    }

    @Test
    void a_leaf_without_a_way_out_is_refused() {
        refused(
                "  - rule: R33\n    when: { leaf: [B, C], state: clear }",
                "  - rule: R33\n    when: { leaf: B, state: clear }",
                "区分 C（順調）に当てはまる決まりがありません");
    }

    @Test
    void a_day_with_two_names_or_none_is_refused() {
        refused(
                "from: 2022-04-01, name: 中小企業活性化協議会",
                "from: 2022-03-01, name: 中小企業活性化協議会",
                "revitalization の名前の期間が重なっています");
        refused(
                "from: 2022-04-01, name: 中小企業活性化協議会",
                "from: 2022-05-01, name: 中小企業活性化協議会",
                "revitalization の名前の無い期間があります");
        refused(
                "kind: jfc\n    names: [ { name: 日本政策金融公庫 } ]",
                "kind: jfc\n    names: [ { until: 2030-03-31, name: 公庫 } ]",
                "jfc の、いまの名前がありません");
    }

    @Test
    void who_is_inside_the_centre_is_not_for_a_rule_to_say() {
        refused("    inside: { kind: center }\n", "", "後継者人材バンク（successor-bank）は center の中にあります");
        refused(
                "inside: { kind: center, from: 2021-04-01 }",
                "inside: { kind: center }",
                "経営者保証コーディネーター（guarantee-coordinator）は 2021-04-01 から center の中にあります");
        refused(
                "inside: { kind: center, from: 2021-04-01 }",
                "inside: { kind: guarantee, from: 2021-04-01 }",
                "経営者保証コーディネーター（guarantee-coordinator）は 2021-04-01 から center の中にあります");
        refused(
                "kind: jfc\n    names:",
                "kind: jfc\n    inside: { kind: center }\n    names:",
                "日本政策金融公庫（jfc）は、ほかの相談先の中にはありません");
    }

    @Test
    void every_fault_is_told_with_its_line() {
        List<Fault> faults = faults(SOUND.replace("fact: dispute", "fact: quarrel"));

        assertThat(faults).hasSize(2).allSatisfy(fault -> assertThat(
                        SOUND.lines().toList().get(fault.line() - 1))
                .contains("fact: dispute"));
    }

    private static void refused(String sound, String damaged, String sentence) {
        assertThat(SOUND).contains(sound);
        assertThat(faults(SOUND.replace(sound, damaged)))
                .anySatisfy(fault -> assertThat(fault.sentence()).contains(sentence));
    }

    private static List<Fault> faults(String text) {
        return catchThrowableOfType(
                        DamagedRules.class, () -> RuleSetFile.parse("damaged.yaml", text, Rules.QUESTIONNAIRES))
                .faults();
    }
}
