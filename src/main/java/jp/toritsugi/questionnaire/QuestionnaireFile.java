package jp.toritsugi.questionnaire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one definition and refuses a damaged one with file, line and a sentence for every fault. */
final class QuestionnaireFile {
    private static final List<Choice> YES_NO = List.of(new Choice("yes", "はい"), new Choice("no", "いいえ"));

    private final YamlFile file;
    private final String text;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, List<Choice>> choicesOf = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private QuestionnaireFile(String name, String text) {
        this.file = new YamlFile(name, text);
        this.text = text;
    }

    /** @throws DamagedQuestionnaire with all faults of the file */
    static Questionnaire parse(String name, String text) {
        return new QuestionnaireFile(name, text).read();
    }

    private Questionnaire read() {
        YamlFile.Entry root = file.root();
        QuestionnaireId id = new QuestionnaireId(root.text("code", "調査票の符号"), root.text("version", "版"));
        List<YamlFile.Entry> entries = root.entries("questions");
        if (entries.isEmpty()) {
            file.fault(root.lineOf("questions"), "設問（questions）が一つもありません。");
        }
        declare(entries);
        entries.forEach(this::question);
        List<Leaf> leaves = root.entries("leaves").stream().map(this::leaf).toList();
        List<InferenceRule> rules =
                root.entries("inferWhenMissing").stream().map(this::rule).toList();
        file.refuseIfFaulty();
        Questionnaire questionnaire = new Questionnaire(
                id,
                new Questionnaire.Head(
                        root.text("title", "題名"),
                        root.text("source", "出典"),
                        day(root),
                        root.optionalText("notice").orElse(""),
                        sha256(text)),
                List.copyOf(questions.values()),
                leaves,
                rules);
        file.refuseIfFaulty();
        new GraphCheck(questionnaire, lines, file).check();
        file.refuseIfFaulty();
        return questionnaire;
    }

    /** First pass: which codes exist at all, so that a condition may be checked wherever it stands. */
    private void declare(List<YamlFile.Entry> entries) {
        for (YamlFile.Entry entry : entries) {
            String code = entry.text("code", "設問の符号");
            if (choicesOf.put(code, choices(entry)) != null) {
                file.fault(entry.line(), "設問 " + code + " が二度あります。");
            }
            lines.put(code, entry.line());
        }
    }

    private List<Choice> choices(YamlFile.Entry entry) {
        if (!entry.has("choices")) {
            return YES_NO;
        }
        List<Choice> choices = entry.entries("choices").stream()
                .map(choice -> new Choice(choice.text("code", "選択肢の符号"), choice.text("label", "選択肢の文言")))
                .toList();
        if (choices.size() < 2) {
            file.fault(entry.lineOf("choices"), "選択肢が二つ以上ありません。");
        }
        return choices;
    }

    private void question(YamlFile.Entry entry) {
        String code = entry.optionalText("code").orElse("");
        questions.put(
                code,
                new Question(
                        questions.size(),
                        code,
                        entry.text("text", "設問 " + code + " の文言"),
                        entry.text("plain", "設問 " + code + " の言い換え"),
                        entry.text("why", "設問 " + code + " のなぜ聞くか"),
                        choicesOf.getOrDefault(code, YES_NO),
                        entry.optionalText("unfavourable").orElse("no"),
                        entry.entry("askWhen").map(this::condition),
                        entry.optionalText("confirmed").map(Boolean::valueOf).orElse(true)));
    }

    private Leaf leaf(YamlFile.Entry entry) {
        String code = entry.text("code", "到達区分の符号");
        for (String question : entry.texts("questions")) {
            known(question, entry.lineOf("questions"));
        }
        Optional<LeafState> fixed = entry.optionalText("state").flatMap(this::leafState);
        if (entry.texts("questions").isEmpty() && fixed.isEmpty()) {
            file.fault(entry.line(), "到達区分 " + code + " に、状態を決める設問（questions）も決まった状態（state）もありません。");
        }
        Map<LeafState, Leaf.Advice> advice = new EnumMap<>(LeafState.class);
        for (LeafState state : LeafState.values()) {
            entry.entry("advice")
                    .flatMap(texts -> texts.entry(state.code()))
                    .ifPresent(text -> advice.put(
                            state,
                            new Leaf.Advice(
                                    text.text("text", "到達区分 " + code + " の助言"),
                                    text.optionalText("confirmed")
                                            .map(Boolean::valueOf)
                                            .orElse(false))));
            if (!advice.containsKey(state) && (fixed.isEmpty() || fixed.get() == state)) {
                file.fault(entry.line(), "到達区分 " + code + " に「" + state.label() + "」（" + state.code() + "）の助言文がありません。");
            }
        }
        if (!entry.has("when")) {
            file.fault(entry.line(), "到達区分 " + code + " に条件（when）がありません。");
        }
        lines.put("leaf " + code, entry.line());
        return new Leaf(
                code,
                entry.text("name", "到達区分 " + code + " の名前"),
                entry.text("meaning", "到達区分 " + code + " の意味"),
                entry.entry("when").map(this::condition).orElse(new Condition.AnyOf(List.of())),
                entry.texts("questions"),
                fixed,
                advice);
    }

    private InferenceRule rule(YamlFile.Entry entry) {
        String question = entry.text("question", "推定する設問");
        String answer = entry.text("infer", "推定する回答");
        if (known(question, entry.line())) {
            knownAnswer(question, answer, entry.line());
        }
        for (String code : entry.texts("whenAnyAnswered")) {
            known(code, entry.lineOf("whenAnyAnswered"));
        }
        return new InferenceRule(question, answer, entry.texts("whenAnyAnswered"));
    }

    Condition condition(YamlFile.Entry entry) {
        if (entry.has("all")) {
            return new Condition.AllOf(
                    entry.entries("all").stream().map(this::condition).toList());
        }
        if (entry.has("any")) {
            return new Condition.AnyOf(
                    entry.entries("any").stream().map(this::condition).toList());
        }
        if (entry.has("not")) {
            return new Condition.Not(entry.entry("not").map(this::condition).orElse(new Condition.AnyOf(List.of())));
        }
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

    private boolean known(String question, int line) {
        boolean known = choicesOf.containsKey(question);
        if (!known) {
            file.fault(line, "設問 " + question + " はこの調査票にありません。");
        }
        return known;
    }

    private String knownAnswer(String question, String answer, int line) {
        Optional<Choice> choice = choicesOf.get(question).stream()
                .filter(candidate -> candidate.code().equals(answer))
                .findFirst();
        if (choice.isEmpty()) {
            file.fault(line, "設問 " + question + " に回答 " + answer + " はありません。");
        }
        return choice.map(Choice::label).orElse(answer);
    }

    private Optional<LeafState> leafState(String code) {
        for (LeafState state : LeafState.values()) {
            if (state.code().equals(code)) {
                return Optional.of(state);
            }
        }
        file.fault(file.root().line(), "状態 " + code + " はありません（clear, action, open のどれか）。");
        return Optional.empty();
    }

    private LocalDate day(YamlFile.Entry root) {
        try {
            return LocalDate.parse(root.text("validFrom", "使用開始日"));
        } catch (DateTimeParseException e) {
            file.fault(root.lineOf("validFrom"), "使用開始日は 2016-12-05 の形で書いてください。");
            return LocalDate.EPOCH;
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
