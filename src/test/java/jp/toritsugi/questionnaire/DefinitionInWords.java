package jp.toritsugi.questionnaire;

import java.util.stream.Collectors;

/** A definition as a page under docs/, so that a change of the file shows in review as changed sentences. */
final class DefinitionInWords {
    private final Questionnaire questionnaire;
    private final StringBuilder page = new StringBuilder();

    private DefinitionInWords(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    static String of(Questionnaire questionnaire) {
        DefinitionInWords words = new DefinitionInWords(questionnaire);
        words.head();
        words.flow();
        words.questions();
        words.leaves();
        words.inferences();
        words.certificate();
        return words.page.toString();
    }

    private void head() {
        line("# " + questionnaire.title() + " " + questionnaire.id().version() + "年版");
        line("");
        line("このページは `questionnaires/" + questionnaire.id() + ".yaml` から作られています。直すときは元のファイルを直します。");
        line("");
        line("- 出典: " + questionnaire.head().source());
        line("- 使用開始日: " + questionnaire.head().validFrom());
        if (!questionnaire.head().notice().isEmpty()) {
            line("- 注意: " + questionnaire.head().notice());
        }
        line("- 照合値（SHA-256）: `" + questionnaire.checksum() + "`");
    }

    private void flow() {
        heading("流れ");
        Flow.of(questionnaire).arrows().forEach(arrow -> line("- " + arrow.inWords()));
    }

    private void questions() {
        heading("設問");
        line("| 設問 | 文言 | 聞く条件 | 選択肢 | 確認 |");
        line("| --- | --- | --- | --- | --- |");
        for (Question question : questionnaire.questions()) {
            row(
                    question.code(),
                    question.text(),
                    question.askWhen()
                            .map(condition -> condition.inWords() + "のとき")
                            .orElse("全員に聞く"),
                    question.choices().stream().map(Choice::label).collect(Collectors.joining("、")),
                    confirmed(question.confirmed()));
        }
        line("");
        line("言い換えと、なぜ聞くか（当システムの文、要確認）");
        line("");
        line("| 設問 | 言い換え | なぜ聞くか |");
        line("| --- | --- | --- |");
        questionnaire.questions().forEach(question -> row(question.code(), question.plain(), question.why()));
    }

    private void leaves() {
        heading("到達区分と助言");
        for (Leaf leaf : questionnaire.leaves()) {
            line("- **" + leaf.code() + " " + leaf.name() + "**: " + leaf.meaning() + "。"
                    + leaf.when().inWords() + "のときに着く。"
                    + leaf.fixedState()
                            .map(state -> "状態はいつも「" + state.label() + "」。")
                            .orElse("状態を決める設問: " + String.join("、", leaf.questions()) + "。"));
            leaf.advice()
                    .forEach((state, advice) -> line(
                            "  - " + state.label() + ": " + advice.text() + "（" + confirmed(advice.confirmed()) + "）"));
        }
    }

    private void inferences() {
        heading("答えが抜けているときの推定");
        line("取次の判断にだけ使い、集計では回答に数えません。");
        line("");
        questionnaire.inferenceRules().forEach(rule -> line("- " + rule.inWords()));
    }

    private void certificate() {
        heading("経路証明書");
        PathCertificate.of(questionnaire).statements().forEach(statement -> line("- " + statement));
    }

    private static String confirmed(boolean confirmed) {
        return confirmed ? "確認済み" : "要確認";
    }

    private void heading(String text) {
        line("");
        line("## " + text);
        line("");
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
