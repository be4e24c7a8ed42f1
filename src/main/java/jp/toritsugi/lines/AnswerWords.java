package jp.toritsugi.lines;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.toritsugi.questionnaire.Choice;
import jp.toritsugi.questionnaire.NonResponse;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;

/** Answers as people write them in a spreadsheet, for every question of a questionnaire. */
final class AnswerWords {
    /** Means 未回答, like an empty cell. */
    private static final String NONE = "";

    private static final String[] YES = {"○", "〇", "◯", "y", "true", "t", "有", "あり"};
    private static final String[] NO = {"×", "✕", "✖", "☓", "╳", "x", "n", "false", "f", "無", "なし"};
    private static final String[] EMPLOYEE = {"役員", "役員・従業員", "役員従業員", "社員"};

    private final Map<String, Vocabulary<String>> byQuestion = new LinkedHashMap<>();

    AnswerWords(Questionnaire questionnaire) {
        questionnaire.questions().forEach(question -> byQuestion.put(question.code(), words(question)));
    }

    Vocabulary<String> of(String question) {
        return byQuestion.get(question);
    }

    static boolean isNone(String answer) {
        return answer.equals(NONE);
    }

    private static Vocabulary<String> words(Question question) {
        List<Choice> choices = question.choices();
        Vocabulary<String> words = new Vocabulary<>(allowed(choices));
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            words.with(choice.code(), choice.code(), choice.label(), String.valueOf(i + 1));
            switch (choice.code()) {
                case "yes" -> words.with("yes", YES);
                case "no" -> words.with("no", NO);
                case "relative" -> words.with("relative", "親族内");
                case "employee" -> words.with("employee", EMPLOYEE);
                case "third-party" -> words.with("third-party", "社外");
                default -> {}
            }
        }
        for (NonResponse value : NonResponse.values()) {
            words.with(value.code(), value.code(), value.label());
        }
        return words.with(NonResponse.UNKNOWN.code(), "分からない", "わかりません", "不明", "?")
                .with(NonResponse.DECLINED.code(), "回答拒否", "拒否する", "答えたくない")
                .with(NonResponse.NOT_ASKED.code(), "聞けなかった", "聞いていない", "未聴取")
                .with(NONE, "未回答", "無回答", "-", "－", "ー", "―");
    }

    private static String allowed(List<Choice> choices) {
        String labels = choices.stream().map(Choice::label).collect(Collectors.joining("、"));
        boolean yesNo = choices.stream().anyMatch(choice -> choice.code().equals("yes"));
        return labels + (yesNo ? "（○、×、1、2、Y、N も可）" : "（1から" + choices.size() + "も可）")
                + "、わからない、拒否、聞けず、空欄のどれかを書いてください。";
    }
}
