package jp.toritsugi.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The question and answer codes a definition declares, known before any condition is read; and conditions made of them. */
final class Vocabulary {
    private static final List<Choice> YES_NO = List.of(new Choice("yes", "はい"), new Choice("no", "いいえ"));
    /** What the database's columns, the import file's header and ODK's names all take. */
    private static final Pattern QUESTION = Pattern.compile("[A-Z]?[0-9]{1,3}(-[0-9]{1,3})*");

    private static final Pattern CHOICE = Pattern.compile("[a-z][a-z0-9-]*");
    /** Marks have a letter for each. */
    private static final int MOST_CHOICES = 26;

    private final YamlFile file;
    private final Map<String, List<Choice>> choicesOf = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    Vocabulary(YamlFile file, List<YamlFile.Entry> questions) {
        this.file = file;
        questions.forEach(this::declare);
    }

    private void declare(YamlFile.Entry entry) {
        String code = entry.text("code", "設問の符号");
        if (!code.isEmpty() && !QUESTION.matcher(code).matches()) {
            file.fault(entry.lineOf("code"), "設問の符号 " + code + " は使えません。Q1、Q1-1、3-2 のように、数字と - で書いてください。");
        }
        if (choicesOf.put(code, choices(entry)) != null) {
            file.fault(entry.line(), "設問 " + code + " が二度あります。");
        }
        lines.put(code, entry.line());
    }

    private List<Choice> choices(YamlFile.Entry entry) {
        if (!entry.has("choices")) {
            return YES_NO;
        }
        List<Choice> choices = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (YamlFile.Entry choice : entry.entries("choices")) {
            choice.only("code", "label");
            String code = choice.text("code", "選択肢の符号");
            choices.add(new Choice(code, choice.text("label", "選択肢の文言")));
            if (!codes.add(code)) {
                file.fault(choice.line(), "選択肢 " + code + " が二度あります。");
            }
            if (NonResponse.find(code).isPresent()) {
                file.fault(choice.line(), "選択肢の符号 " + code + " は、無回答の区別に使うため選択肢には使えません。");
            } else if (!code.isEmpty() && !CHOICE.matcher(code).matches()) {
                file.fault(choice.line(), "選択肢の符号 " + code + " は使えません。英小文字で始め、英小文字・数字・- で書いてください。");
            }
        }
        if (choices.size() < 2 || choices.size() > MOST_CHOICES) {
            file.fault(entry.lineOf("choices"), "選択肢は二つ以上" + MOST_CHOICES + "以下です。");
        }
        return choices;
    }

    List<Choice> choicesOf(String question) {
        return choicesOf.getOrDefault(question, YES_NO);
    }

    /** Line of each question, by code. */
    Map<String, Integer> lines() {
        return lines;
    }

    boolean known(String question, int line) {
        boolean known = choicesOf.containsKey(question);
        if (!known) {
            file.fault(line, "設問 " + question + " はこの調査票にありません。");
        }
        return known;
    }

    /** The answer's wording; an unknown answer is a fault. */
    String knownAnswer(String question, String answer, int line) {
        Optional<Choice> choice = choicesOf(question).stream()
                .filter(candidate -> candidate.code().equals(answer))
                .findFirst();
        if (choice.isEmpty()) {
            file.fault(line, "設問 " + question + " に回答 " + answer + " はありません。");
        }
        return choice.map(Choice::label).orElse(answer);
    }

    Condition condition(YamlFile.Entry entry) {
        if (entry.has("all")) {
            entry.only("all");
            return new Condition.AllOf(several(entry, "all"));
        }
        if (entry.has("any")) {
            entry.only("any");
            return new Condition.AnyOf(several(entry, "any"));
        }
        if (entry.has("not")) {
            entry.only("not");
            Optional<YamlFile.Entry> inner = entry.entry("not");
            if (inner.isEmpty()) {
                file.fault(entry.line(), "not に条件がありません。");
            }
            return new Condition.Not(inner.map(this::condition).orElse(new Condition.AnyOf(List.of())));
        }
        return answeredWith(entry);
    }

    private List<Condition> several(YamlFile.Entry entry, String key) {
        List<Condition> conditions =
                entry.entries(key).stream().map(this::condition).toList();
        if (conditions.isEmpty()) {
            file.fault(entry.line(), key + " に条件が一つもありません。");
        }
        return conditions;
    }

    private Condition answeredWith(YamlFile.Entry entry) {
        entry.only("question", "is");
        String question = entry.text("question", "条件の設問");
        List<String> answers = entry.texts("is");
        if (answers.isEmpty()) {
            file.fault(entry.line(), "条件に回答（is）がありません。");
        }
        List<String> labels = new ArrayList<>();
        if (known(question, entry.line())) {
            for (String answer : answers) {
                labels.add(knownAnswer(question, answer, entry.line()));
            }
        }
        return new Condition.AnsweredWith(question, answers, labels);
    }
}
