package jp.toritsugi.questionnaire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one definition and refuses a damaged one with file, line and a sentence for every fault. */
final class QuestionnaireFile {
    private final YamlFile file;
    private final String text;
    private final Map<String, Question> questions = new LinkedHashMap<>();

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
        root.only(
                "code", "version", "title", "source", "validFrom", "notice", "questions", "leaves", "inferWhenMissing");
        List<YamlFile.Entry> entries = root.entries("questions");
        if (entries.isEmpty()) {
            file.fault(root.lineOf("questions"), "設問（questions）が一つもありません。");
        }
        Vocabulary words = new Vocabulary(file, entries);
        entries.forEach(entry -> question(entry, words));
        LeafEntries leafEntries = new LeafEntries(file, words, questions);
        List<Leaf> leaves = leafEntries.read(root);
        List<InferenceRule> rules = root.entries("inferWhenMissing").stream()
                .map(entry -> rule(entry, words))
                .toList();
        Questionnaire questionnaire =
                new Questionnaire(id(root), head(root), List.copyOf(questions.values()), leaves, rules);
        file.refuseIfFaulty();
        Map<String, Integer> lines = new HashMap<>(words.lines());
        leafEntries.lines().forEach((code, line) -> lines.put("leaf " + code, line));
        new GraphCheck(questionnaire, lines, file).check();
        file.refuseIfFaulty();
        return questionnaire;
    }

    private QuestionnaireId id(YamlFile.Entry root) {
        QuestionnaireId id = new QuestionnaireId(root.text("code", "調査票の符号"), root.text("version", "版"));
        if (QuestionnaireId.parse(id.toString()).isEmpty()) {
            file.fault(root.lineOf("code"), "調査票の符号と版 " + id + " は使えません。succession-diagnosis と 2016 のように書いてください。");
        }
        return id;
    }

    private Questionnaire.Head head(YamlFile.Entry root) {
        return new Questionnaire.Head(
                root.text("title", "題名"),
                root.text("source", "出典"),
                day(root),
                root.optionalText("notice").orElse(""),
                checksum(text));
    }

    private void question(YamlFile.Entry entry, Vocabulary words) {
        entry.only("code", "text", "plain", "why", "choices", "unfavourable", "askWhen", "printedNote", "confirmed");
        String code = entry.optionalText("code").orElse("");
        if (entry.has("askWhen") && entry.entry("askWhen").isEmpty()) {
            file.fault(entry.lineOf("askWhen"), "設問 " + code + " の条件（askWhen）が読めません。");
        }
        Optional<Condition> askWhen = entry.entry("askWhen").map(words::condition);
        String unfavourable = entry.optionalText("unfavourable").orElse("no");
        if (entry.has("unfavourable")) {
            words.knownAnswer(code, unfavourable, entry.lineOf("unfavourable"));
        }
        questions.put(
                code,
                new Question(
                        questions.size(),
                        code,
                        entry.text("text", "設問 " + code + " の文言"),
                        entry.text("plain", "設問 " + code + " の言い換え"),
                        entry.text("why", "設問 " + code + " のなぜ聞くか"),
                        words.choicesOf(code),
                        unfavourable,
                        askWhen,
                        entry.optionalText("printedNote")
                                .or(() -> askWhen.map(condition -> "(" + condition.inWords() + "への質問)"))
                                .orElse(""),
                        entry.flag("confirmed", true)));
    }

    private InferenceRule rule(YamlFile.Entry entry, Vocabulary words) {
        entry.only("question", "infer", "whenAnyAnswered");
        String question = entry.text("question", "推定する設問");
        String answer = entry.text("infer", "推定する回答");
        String label = words.known(question, entry.line()) ? words.knownAnswer(question, answer, entry.line()) : answer;
        List<String> evidence = entry.texts("whenAnyAnswered");
        if (evidence.isEmpty()) {
            file.fault(entry.line(), "設問 " + question + " の推定に、手がかりの設問（whenAnyAnswered）がありません。");
        }
        for (String code : evidence) {
            words.known(code, entry.lineOf("whenAnyAnswered"));
        }
        return new InferenceRule(question, answer, label, evidence);
    }

    private LocalDate day(YamlFile.Entry root) {
        try {
            return LocalDate.parse(root.text("validFrom", "使用開始日"));
        } catch (DateTimeParseException e) {
            file.fault(root.lineOf("validFrom"), "使用開始日は 2016-12-05 の形で書いてください。");
            return LocalDate.EPOCH;
        }
    }

    /** Of the text with plain line ends: a checkout on Windows is not a change of the questionnaire. */
    private static String checksum(String text) {
        try {
            byte[] bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
