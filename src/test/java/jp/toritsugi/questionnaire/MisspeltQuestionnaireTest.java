package jp.toritsugi.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Slips of the pen that leave a file readable, but saying something else than was meant. */
class MisspeltQuestionnaireTest {
    private static final String SOUND =
            """
            code: test
            version: "1"
            title: 試し
            source: 試験用
            validFrom: 2020-01-01
            questions:
              - code: Q1
                text: 問1
                plain: 問1
                why: 理由
              - code: Q2
                text: 問2
                plain: 問2
                why: 理由
                choices:
                  - { code: near, label: 近い }
                  - { code: far, label: 遠い }
                unfavourable: far
                askWhen: { question: Q1, is: yes }
            leaves:
              - code: A
                name: 甲
                meaning: 甲
                when: { question: Q1, is: yes }
                questions: [Q2]
                advice: { clear: { text: 良 }, action: { text: 要 }, open: { text: 未 } }
              - code: B
                name: 乙
                meaning: 乙
                when: { question: Q1, is: no }
                state: action
                advice: { action: { text: 要 } }
            inferWhenMissing:
              - { question: Q1, infer: yes, whenAnyAnswered: [Q2] }
            """;

    @Test
    void the_sound_definition_is_taken() {
        assertThat(QuestionnaireFile.parse("sound.yaml", SOUND).inferenceRules())
                .containsExactly(new InferenceRule("Q1", "yes", "はい", List.of("Q2")));
    }

    @Test
    void a_misspelt_name_is_refused_where_it_would_silently_ask_everybody() {
        refused("askWhen:", "askwhen:", 19, "項目 askwhen は使えません");
    }

    @Test
    void a_name_that_stands_twice_is_refused() {
        refused("    text: 問2\n", "    text: 問2\n    text: 問二\n", 13, "項目 text が二度あります");
    }

    @Test
    void a_condition_that_is_no_condition_is_refused() {
        refused("askWhen: { question: Q1, is: yes }", "askWhen: Q1", 19, "条件（askWhen）が読めません");
        refused("askWhen: { question: Q1, is: yes }", "askWhen: { any: [] }", 19, "any に条件が一つもありません");
        refused("askWhen: { question: Q1, is: yes }", "askWhen: { question: Q1 }", 19, "条件に回答（is）がありません");
        refused("askWhen: { question: Q1, is: yes }", "askWhen: { not: Q1 }", 19, "not に条件がありません");
    }

    @Test
    void an_unfavourable_answer_that_cannot_be_given_is_refused() {
        refused("    unfavourable: far\n", "", 24, "設問 Q2 に回答 no はありません");
        refused("unfavourable: far", "unfavourable: further", 18, "回答 further はありません");
    }

    @Test
    void an_answer_code_that_means_no_answer_is_refused() {
        refused("code: near", "code: unknown", 16, "無回答の区別に使う");
        refused("code: near", "code: Near", 16, "選択肢の符号 Near は使えません");
        refused("code: far", "code: near", 17, "選択肢 near が二度あります");
    }

    @Test
    void a_single_choice_is_refused() {
        refused("      - { code: far, label: 遠い }\n", "", 16, "選択肢は二つ以上");
    }

    @Test
    void codes_that_the_database_or_odk_cannot_hold_are_refused() {
        refused("- code: Q2", "- code: 問2", 11, "設問の符号 問2 は使えません");
        refused("- code: B", "- code: U", 27, "到達区分の符号 U は使えません");
        refused("- code: B", "- code: A", 27, "到達区分 A が二度あります");
        refused("code: test\n", "code: Test\n", 1, "調査票の符号と版 Test/1 は使えません");
    }

    @Test
    void a_state_that_does_not_exist_is_refused() {
        refused("state: action", "state: bad", 31, "状態 bad はありません");
        refused("    questions: [Q2]\n", "    questions: [Q2]\n    state: open\n", 21, "両方があります");
        refused("    questions: [Q2]\n", "", 21, "状態を決める設問（questions）も決まった状態（state）もありません");
    }

    @Test
    void an_inference_without_evidence_or_of_an_unknown_answer_is_refused() {
        refused(", whenAnyAnswered: [Q2]", "", 34, "手がかりの設問（whenAnyAnswered）がありません");
        refused("infer: yes", "infer: maybe", 34, "回答 maybe はありません");
        refused("whenAnyAnswered: [Q2]", "whenAnyAnswered: [Q9]", 34, "設問 Q9 はこの調査票にありません");
    }

    @Test
    void a_mark_of_confirmation_is_true_or_false() {
        refused(
                "    why: 理由\n    choices",
                "    why: 理由\n    confirmed: はい\n    choices",
                15,
                "confirmed は true か false です");
    }

    @Test
    void a_day_that_is_none_is_refused() {
        refused("2020-01-01", "令和2年1月1日", 5, "使用開始日は 2016-12-05 の形");
    }

    @Test
    void a_leaf_question_that_some_path_does_not_ask_is_refused() {
        refused(
                "    state: action\n    advice: { action: { text: 要 } }",
                "    questions: [Q2]\n    advice: { clear: { text: 良 }, action: { text: 要 }, open: { text: 未 } }",
                27,
                "設問 Q2 を聞かない経路があります");
    }

    @Test
    void an_unreachable_leaf_is_refused() {
        refused(
                "inferWhenMissing:",
                "  - code: C\n    name: 丙\n    meaning: 丙\n    state: open\n    advice: { open: { text: 未 } }\n"
                        + "    when: { all: [ { question: Q1, is: no }, { question: Q2, is: far } ] }\ninferWhenMissing:",
                33,
                "到達区分 C にはどの経路からも行き着けません");
    }

    @Test
    void more_combinations_than_anyone_can_check_are_refused() {
        StringBuilder many = new StringBuilder();
        for (int i = 3; i < 20; i++) {
            many.append("  - code: Q").append(i).append("\n    text: 問\n    plain: 問\n    why: 理由\n");
        }
        refused("leaves:", many + "leaves:", 7, "100000通りを超えます");
    }

    @Test
    void line_ends_of_another_system_are_no_change_of_the_questionnaire() {
        assertThat(QuestionnaireFile.parse("a.yaml", SOUND.replace("\n", "\r\n"))
                        .checksum())
                .isEqualTo(QuestionnaireFile.parse("a.yaml", SOUND).checksum());
        assertThat(QuestionnaireFile.parse("a.yaml", SOUND.replace("問2", "問二")).checksum())
                .isNotEqualTo(QuestionnaireFile.parse("a.yaml", SOUND).checksum());
    }

    private static void refused(String sound, String damaged, int line, String sentence) {
        assertThat(SOUND).contains(sound);
        DamagedQuestionnaire refusal = catchThrowableOfType(
                DamagedQuestionnaire.class,
                () -> QuestionnaireFile.parse("damaged.yaml", SOUND.replace(sound, damaged)));
        assertThat(refusal).as(damaged + " is refused").isNotNull();
        assertThat(refusal.faults()).anySatisfy(fault -> {
            assertThat(fault.file()).isEqualTo("damaged.yaml");
            assertThat(fault.sentence()).contains(sentence);
            assertThat(fault.line()).isEqualTo(line);
        });
    }
}
