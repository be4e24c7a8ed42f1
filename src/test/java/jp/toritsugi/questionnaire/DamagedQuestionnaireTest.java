package jp.toritsugi.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class DamagedQuestionnaireTest {
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
                askWhen: { question: Q1, is: yes }
            leaves:
              - code: A
                name: 甲
                meaning: 甲
                when: { question: Q2, is: [yes, no] }
                questions: [Q2]
                advice: { clear: { text: 良 }, action: { text: 要 }, open: { text: 未 } }
              - code: B
                name: 乙
                meaning: 乙
                when: { question: Q1, is: no }
                state: action
                advice: { action: { text: 要 } }
            """;

    @Test
    void a_sound_definition_is_taken() {
        assertThat(QuestionnaireFile.parse("sound.yaml", SOUND).questions()).hasSize(2);
    }

    @Test
    void a_loop_is_refused() {
        refused(
                SOUND.replace(
                        "    why: 理由\n  - code: Q2",
                        "    why: 理由\n    askWhen: { question: Q2, is: yes }\n  - code: Q2"),
                7,
                "循環");
    }

    @Test
    void a_condition_on_a_later_question_is_refused() {
        refused(
                SOUND.replace("leaves:", "  - code: Q3\n    text: 問3\n    plain: 問3\n    why: 理由\nleaves:")
                        .replace("askWhen: { question: Q1, is: yes }", "askWhen: { question: Q3, is: yes }"),
                11,
                "後ろの設問 Q3");
    }

    @Test
    void an_orphan_question_is_refused() {
        String orphan = "  - code: Q3\n    text: 問3\n    plain: 問3\n    why: 理由\n"
                + "    askWhen: { all: [ { question: Q1, is: no }, { question: Q2, is: yes } ] }\nleaves:";
        refused(SOUND.replace("leaves:", orphan), 16, "孤立");
    }

    @Test
    void a_contradictory_condition_is_refused() {
        refused(
                SOUND.replace(
                        "askWhen: { question: Q1, is: yes }",
                        "askWhen: { all: [ { question: Q1, is: yes }, { question: Q1, is: no } ] }"),
                11,
                "矛盾");
    }

    @Test
    void an_unknown_question_code_is_refused() {
        refused(SOUND.replace("askWhen: { question: Q1,", "askWhen: { question: Q9,"), 15, "設問 Q9 はこの調査票にありません");
    }

    @Test
    void an_unknown_answer_code_is_refused() {
        refused(SOUND.replace("question: Q1, is: yes", "question: Q1, is: maybe"), 15, "回答 maybe はありません");
    }

    @Test
    void a_missing_text_is_refused() {
        refused(SOUND.replace("    text: 問2\n", ""), 11, "設問 Q2 の文言（text）がありません");
    }

    @Test
    void a_question_defined_twice_is_refused() {
        refused(SOUND.replace("code: Q2", "code: Q1"), 11, "設問 Q1 が二度あります");
    }

    @Test
    void a_path_that_reaches_no_leaf_is_refused() {
        refused(SOUND.replace("is: [yes, no]", "is: yes"), 17, "どの到達区分にも着かない経路");
    }

    @Test
    void a_path_that_reaches_two_leaves_is_refused() {
        refused(
                SOUND.replace("when: { question: Q1, is: no }", "when: { question: Q1, is: [yes, no] }"),
                23,
                "二つの到達区分");
    }

    @Test
    void missing_advice_is_refused() {
        refused(SOUND.replace("clear: { text: 良 }, ", ""), 17, "助言文がありません");
    }

    @Test
    void what_is_not_yaml_is_refused_with_its_line() {
        refused(SOUND.replace("title: 試し", "title: [試し"), 4, "YAMLとして読めません");
    }

    @Test
    void all_faults_are_told_at_once() {
        List<Fault> faults =
                faults(SOUND.replace("    text: 問1\n", "").replace("question: Q1, is: yes", "question: Q9, is: yes"));

        assertThat(faults).hasSize(2);
    }

    private static void refused(String text, int line, String sentence) {
        assertThat(faults(text)).anySatisfy(fault -> {
            assertThat(fault.file()).isEqualTo("damaged.yaml");
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.sentence()).contains(sentence);
        });
    }

    private static List<Fault> faults(String text) {
        return catchThrowableOfType(DamagedQuestionnaire.class, () -> QuestionnaireFile.parse("damaged.yaml", text))
                .faults();
    }
}
