package jp.toritsugi.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final LocalDate DAY = LocalDate.of(2019, 10, 15);

    private final AnswerWords answers = new AnswerWords(QuestionnaireLibrary.load()
            .find(new QuestionnaireId("succession-diagnosis", "2016"))
            .orElseThrow());
    private final MunicipalityWords municipalities = new MunicipalityWords(new Municipalities(), "02");

    @Test
    void answers_are_read_as_people_write_them() {
        means("yes", "Q1", "はい", " はい　", "○", "〇", "◯", "1", "１", "Y", "ｙ", "yes", "ＹＥＳ");
        means("no", "Q1", "いいえ", "×", "✕", "2", "２", "N", "no", "x");
        means("relative", "Q1-1", "親族", "1", "１", "relative");
        means("employee", "Q1-1", "従業員", "2", "役員・従業員");
        means("third-party", "Q1-1", "第三者", "3");
        means("unknown", "Q9", "わからない", "分からない", "不明", "？");
        means("declined", "Q9", "拒否");
        means("not-asked", "Q9", "聞けず");
        assertThat(answers.of("Q1").find("未回答").filter(AnswerWords::isNone)).isPresent();
    }

    @Test
    void what_is_no_answer_is_told_with_what_would_be() {
        assertThat(answers.of("Q1").find("3")).isEmpty();
        assertThat(answers.of("Q1").find("親族")).isEmpty();
        assertThat(answers.of("Q1-1").find("はい")).isEmpty();
        assertThat(answers.of("Q1").fault("はいい")).contains("「はいい」", "はい、いいえ", "聞けず");
        assertThat(answers.of("Q1-1").fault("x".repeat(99))).contains("「" + "x".repeat(20) + "…」", "親族、従業員、第三者");
    }

    @Test
    void consent_is_of_every_kind_of_none_or_of_those_named() {
        assertThat(consent("あり")).hasSize(RecipientKind.values().length).allMatch(ConsentGiven::given);
        assertThat(consent("なし")).hasSize(RecipientKind.values().length).noneMatch(ConsentGiven::given);
        assertThat(consent("センター、税理士,再生支援協議会"))
                .extracting(ConsentGiven::recipient)
                .containsExactly(RecipientKind.CENTER, RecipientKind.TAX_ACCOUNTANT, RecipientKind.REVITALIZATION);
        assertThat(consent("事業承継・引継ぎ支援センター")).extracting(ConsentGiven::on).containsExactly(DAY);
        for (RecipientKind kind : RecipientKind.values()) {
            assertThat(consent(kind.label()))
                    .extracting(ConsentGiven::recipient)
                    .containsExactly(kind);
        }
    }

    @Test
    void a_recipient_nobody_knows_is_named() {
        List<String> unknown = new ArrayList<>();

        ConsentWords.read("センター、近所の人、弁護士、占い師", DAY, unknown);

        assertThat(unknown).containsExactly("近所の人", "占い師");
    }

    @Test
    void a_municipality_is_read_from_its_code_from_what_excel_left_of_it_and_from_its_name() {
        Map<String, String> meant = Map.of(
                "022021", "022021",
                "０２２０２１", "022021",
                "22021", "022021",
                "02202", "022021",
                "2202", "022021",
                "弘前市", "022021",
                "青森県弘前市", "022021",
                "上北郡六ケ所村", "024112");
        meant.forEach((written, code) ->
                assertThat(municipalities.read(written).code()).as(written).isEqualTo(code));
        assertThat(municipalities.read("22021").completed()).isTrue();
        assertThat(municipalities.read("022021").completed()).isFalse();
    }

    @Test
    void a_code_that_cannot_be_completed_is_left_to_the_check_and_an_unknown_name_is_none() {
        assertThat(municipalities.read("22022")).isEqualTo(new MunicipalityWords.Read("22022", false));
        assertThat(municipalities.read("022022")).isEqualTo(new MunicipalityWords.Read("022022", false));
        assertThat(municipalities.read("りんご市").code()).isNull();
    }

    private void means(String answer, String question, String... words) {
        for (String word : words) {
            assertThat(answers.of(question).find(word)).as(word).contains(answer);
        }
    }

    private static List<ConsentGiven> consent(String cell) {
        List<String> unknown = new ArrayList<>();
        List<ConsentGiven> consents = ConsentWords.read(cell, DAY, unknown);
        assertThat(unknown).isEmpty();
        return consents;
    }
}
