package jp.toritsugi.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.toritsugi.questionnaire.NonResponse;
import jp.toritsugi.questionnaire.Paths;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;

/**
 * Sheets on which two interpreters of a questionnaire must agree: every complete one, each of these with one answer missing,
 * every combination of answers, non-responses and blanks of the questions that conditions look at, with the others filled in
 * five ways (so off the branch too), and a few thousand at random.
 */
final class AnswerSheets {
    private static final int AT_RANDOM = 3000;

    private final Questionnaire questionnaire;
    private final Set<Map<String, String>> sheets = new LinkedHashSet<>();

    private AnswerSheets(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    static List<Map<String, String>> of(Questionnaire questionnaire) {
        AnswerSheets answers = new AnswerSheets(questionnaire);
        answers.complete();
        answers.branching();
        answers.random();
        return List.copyOf(answers.sheets);
    }

    private void complete() {
        for (Map<String, String> path : Paths.complete(questionnaire)) {
            sheets.add(path);
            for (String left : path.keySet()) {
                Map<String, String> incomplete = new LinkedHashMap<>(path);
                incomplete.remove(left);
                sheets.add(incomplete);
            }
        }
    }

    private void branching() {
        Set<String> looked = new LinkedHashSet<>();
        questionnaire.questions().forEach(question -> question.askWhen()
                .ifPresent(condition -> looked.addAll(condition.questions())));
        questionnaire.leaves().forEach(leaf -> looked.addAll(leaf.when().questions()));
        List<Question> deciding = questionnaire.questions().stream()
                .filter(question -> looked.contains(question.code()))
                .toList();
        combine(deciding, 0, new HashMap<>());
    }

    private void combine(List<Question> deciding, int at, Map<String, String> chosen) {
        if (at == deciding.size()) {
            for (int filling = 0; filling < 5; filling++) {
                sheets.add(filled(chosen, deciding, filling));
            }
            return;
        }
        combine(deciding, at + 1, chosen);
        for (String answer : answers(deciding.get(at))) {
            chosen.put(deciding.get(at).code(), answer);
            combine(deciding, at + 1, chosen);
        }
        chosen.remove(deciding.get(at).code());
    }

    private Map<String, String> filled(Map<String, String> chosen, List<Question> deciding, int filling) {
        Map<String, String> sheet = new HashMap<>(chosen);
        for (Question question : questionnaire.questions()) {
            List<String> answers = answers(question);
            if (!deciding.contains(question) && filling > 0) {
                int pick = filling == 4 ? question.index() : filling == 3 ? answers.size() - 1 : filling - 1;
                sheet.put(question.code(), answers.get(pick % answers.size()));
            }
        }
        return sheet;
    }

    private void random() {
        Random random = new Random(2019);
        for (int i = 0; i < AT_RANDOM; i++) {
            Map<String, String> sheet = new HashMap<>();
            for (Question question : questionnaire.questions()) {
                List<String> answers = answers(question);
                int pick = random.nextInt(answers.size() + 2);
                if (pick < answers.size()) {
                    sheet.put(question.code(), answers.get(pick));
                }
            }
            sheets.add(sheet);
        }
    }

    private static List<String> answers(Question question) {
        List<String> answers = new ArrayList<>();
        question.choices().forEach(choice -> answers.add(choice.code()));
        for (NonResponse value : NonResponse.values()) {
            answers.add(value.code());
        }
        return answers;
    }
}
