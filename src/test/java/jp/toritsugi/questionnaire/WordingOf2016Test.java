package jp.toritsugi.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The wording of 地域金融推進レポート'19, section V-1, letter by letter. */
class WordingOf2016Test {
    private static final Questionnaire SHEET = QuestionnaireLibrary.load()
            .find(new QuestionnaireId("succession-diagnosis", "2016"))
            .orElseThrow();

    @Test
    void the_questions_stand_in_printed_order_in_the_printed_words() {
        assertThat(SHEET.questions().stream().map(question -> question.code() + " " + question.text()))
                .containsExactly(
                        """
                        Q1 会社の10年後の夢について語り合える後継者候補がいますか。
                        Q1-1 それは誰ですか？
                        Q2 候補者本人に対して、会社を託す意思があることを明確に伝えましたか。
                        Q3 候補者に対する経営者教育や、人脈・技術などの引継ぎ等、具体的な準備を進めていますか。
                        Q4 役員や従業員、取引先など関係者の理解や協力が得られるよう取組んでいますか。
                        Q5 事業承継に向けた準備(財務、税務、人事等の総点検)に取りかかっていますか。
                        Q6 事業承継の準備を相談する先がありますか。
                        Q7 親族内や役員・従業員等の中で後継者候補にしたい人材はいますか。
                        Q8 事業承継を行うためには、候補者を説得し、合意を得た後、後継者教育や引継ぎなどを行う準備期間が必要ですが、その時間を十分にとることができますか。
                        Q9 未だに後継者に承継の打診をしていない理由が明確ですか。
                        Q10 事業を売却や譲渡などによって引継ぐ相手先の候補はありますか。
                        Q11-1 事業の売却や譲渡などについて、相談する専門家はいますか。
                        Q11-2 実際に相談を行っていますか。
                        """
                                .split("\n"));
    }

    @Test
    void the_notes_under_the_questions_are_the_printed_ones() {
        Map<String, String> notes = SHEET.questions().stream()
                .filter(question -> !question.note().isEmpty())
                .collect(Collectors.toMap(Question::code, Question::note));

        assertThat(notes)
                .isEqualTo(Map.ofEntries(
                        Map.entry("Q1-1", "(Q1「はい」への質問)"),
                        Map.entry("Q2", "(Q1「はい」への質問)"),
                        Map.entry("Q3", "(Q2「はい」への質問)"),
                        Map.entry("Q4", "(Q2「はい」への質問)"),
                        Map.entry("Q5", "(Q2「はい」への質問)"),
                        Map.entry("Q6", "(Q2「はい」への質問)"),
                        Map.entry("Q7", "(Q1「いいえ」(後継者候補がない)への質問)"),
                        Map.entry("Q8", "(Q2「いいえ」又はQ7「はい」への質問)"),
                        Map.entry("Q9", "(Q2「いいえ」又はQ7「はい」への質問)"),
                        Map.entry("Q10", "(Q7「いいえ」への質問)"),
                        Map.entry("Q11-1", "(Q7「いいえ」への質問)"),
                        Map.entry("Q11-2", "(Q7「いいえ」への質問)")));
    }

    @Test
    void the_answers_are_the_printed_ones() {
        assertThat(SHEET.question("Q1-1").orElseThrow().choices())
                .containsExactly(
                        new Choice("relative", "親族"), new Choice("employee", "従業員"), new Choice("third-party", "第三者"));
        assertThat(SHEET.questions().stream()
                        .filter(question -> !question.code().equals("Q1-1"))
                        .map(Question::choices))
                .containsOnly(List.of(new Choice("yes", "はい"), new Choice("no", "いいえ")));
    }

    @Test
    void a_condition_said_in_words_keeps_its_brackets() {
        Condition either = SHEET.question("Q8").orElseThrow().askWhen().orElseThrow();

        assertThat(new Condition.Not(either).inWords()).isEqualTo("（Q2「いいえ」又はQ7「はい」）でない");
        assertThat(new Condition.AllOf(List.of(
                                either,
                                SHEET.question("Q3").orElseThrow().askWhen().orElseThrow()))
                        .inWords())
                .isEqualTo("（Q2「いいえ」又はQ7「はい」）かつQ2「はい」");
    }
}
