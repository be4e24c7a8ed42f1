package jp.toritsugi.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class DamagedCrosswalkTest {
    private static final QuestionnaireLibrary LIBRARY = QuestionnaireLibrary.load();
    private static final String SOUND =
            """
            code: succession-diagnosis
            series:
              - name: 候補者との関係
                comparable: yes
                "2016": { question: Q1-1 }
                "2022": { question: "2" }
            """;

    @Test
    void a_sound_crosswalk_is_taken() {
        assertThat(CrosswalkFile.parse("crosswalk.yaml", SOUND, LIBRARY).series())
                .hasSize(1);
    }

    @Test
    void a_code_or_version_that_does_not_exist_is_refused() {
        refused("Q1-1", "Q1-2", 5, "設問 Q1-2 は succession-diagnosis/2016 にありません");
        refused("question: Q1-1", "leaves: [E]", 5, "到達区分 E は succession-diagnosis/2016 にありません");
        refused("\"2022\"", "\"2023\"", 6, "項目 2023 は使えません");
        refused("succession-diagnosis", "succession", 1, "調査票 succession はどの版もありません");
        refused("comparable: yes", "comparable: maybe", 4, "比べられる度合い");
    }

    private static void refused(String sound, String damaged, int line, String sentence) {
        DamagedQuestionnaire refusal = catchThrowableOfType(
                DamagedQuestionnaire.class,
                () -> CrosswalkFile.parse("crosswalk.yaml", SOUND.replace(sound, damaged), LIBRARY));
        assertThat(refusal).as(damaged + " is refused").isNotNull();
        assertThat(refusal.faults()).anySatisfy(fault -> {
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.sentence()).contains(sentence);
        });
    }
}
