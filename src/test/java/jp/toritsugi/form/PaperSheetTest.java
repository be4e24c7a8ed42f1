package jp.toritsugi.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import org.junit.jupiter.api.Test;

class PaperSheetTest {
    private static final ProvedQuestionnaires QUESTIONNAIRES =
            new ProvedQuestionnaires(QuestionnaireLibrary.load(), Clock.systemUTC());

    @Test
    void the_ways_beside_the_boxes_are_those_of_the_conditions() {
        assertThat(ways("2016"))
                .containsExactly(
                        "Q1: はい ↓ / いいえ → Q7へ",
                        "Q1-1: 親族 / 従業員 / 第三者",
                        "Q2: はい ↓ / いいえ → Q8へ",
                        "Q3: はい / いいえ",
                        "Q4: はい / いいえ",
                        "Q5: はい / いいえ",
                        "Q6: はい / いいえ ここで終わり（区分A）",
                        "Q7: はい ↓ / いいえ → Q10へ",
                        "Q8: はい / いいえ",
                        "Q9: はい / いいえ ここで終わり（区分B・C）",
                        "Q10: はい / いいえ",
                        "Q11-1: はい / いいえ",
                        "Q11-2: はい / いいえ ここで終わり（区分D）");
    }

    @Test
    void where_an_earlier_answer_decides_the_way_it_is_named() {
        assertThat(ways("2022").get(1))
                .isEqualTo("2: 親族 / 親族以外の役員・従業員 / 第三者 1「後継者候補がいて、本人の同意を得ている」 → 3-1へ"
                        + " 1「後継者候補はいるが、本人の同意を得ていない」 → 終わり（区分B）");
    }

    @Test
    void the_log_says_what_was_proved() {
        assertThat(ProvedQuestionnaires.inALine(version("2016")))
                .matches("調査票 succession-diagnosis/2016（照合値 [0-9a-f]{12}）の経路を証明しました。"
                        + "回答の組み合わせ 72通り（7問 48通り、5問 20通り、4問 4通り）はすべて終わりに着きます。");
    }

    private static List<String> ways(String version) {
        return PaperSheet.of(version(version), null).items().stream()
                .map(item -> item.question().code() + ": "
                        + item.boxes().stream()
                                .map(box -> (box.label() + " " + box.goTo()).trim())
                                .collect(Collectors.joining(" / "))
                        + item.after().stream().map(line -> " " + line).collect(Collectors.joining()))
                .toList();
    }

    private static ProvedQuestionnaire version(String version) {
        return QUESTIONNAIRES
                .find(new QuestionnaireId("succession-diagnosis", version))
                .orElseThrow();
    }
}
