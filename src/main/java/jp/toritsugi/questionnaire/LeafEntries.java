package jp.toritsugi.questionnaire;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the leaves of a definition. */
final class LeafEntries {
    /** One letter, as the database keeps it; U stands for undetermined. */
    private static final Pattern CODE = Pattern.compile("[A-TV-Z]");

    private final YamlFile file;
    private final Vocabulary words;
    private final Map<String, Question> questions;
    private final Map<String, Integer> lines = new HashMap<>();

    LeafEntries(YamlFile file, Vocabulary words, Map<String, Question> questions) {
        this.file = file;
        this.words = words;
        this.questions = questions;
    }

    List<Leaf> read(YamlFile.Entry root) {
        List<YamlFile.Entry> entries = root.entries("leaves");
        if (entries.isEmpty()) {
            file.fault(root.lineOf("leaves"), "到達区分（leaves）が一つもありません。");
        }
        List<Leaf> leaves = new ArrayList<>();
        entries.forEach(entry -> leaves.add(leaf(entry)));
        return List.copyOf(leaves);
    }

    /** Line of each leaf, by code. */
    Map<String, Integer> lines() {
        return lines;
    }

    private Leaf leaf(YamlFile.Entry entry) {
        entry.only("code", "name", "meaning", "when", "questions", "state", "advice");
        String code = entry.text("code", "到達区分の符号");
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            file.fault(entry.lineOf("code"), "到達区分の符号 " + code + " は使えません。U を除く英大文字一つです。");
        }
        if (lines.put(code, entry.line()) != null) {
            file.fault(entry.line(), "到達区分 " + code + " が二度あります。");
        }
        Optional<LeafState> fixed = entry.optionalText("state").flatMap(state -> state(entry, state));
        questions(entry, code, fixed.isPresent());
        if (!entry.has("when")) {
            file.fault(entry.line(), "到達区分 " + code + " に条件（when）がありません。");
        }
        return new Leaf(
                code,
                entry.text("name", "到達区分 " + code + " の名前"),
                entry.text("meaning", "到達区分 " + code + " の意味"),
                entry.entry("when").map(words::condition).orElse(new Condition.AnyOf(List.of())),
                entry.texts("questions"),
                fixed,
                advice(entry, code, fixed));
    }

    private void questions(YamlFile.Entry entry, String code, boolean fixed) {
        Set<String> seen = new HashSet<>();
        for (String question : entry.texts("questions")) {
            int line = entry.lineOf("questions");
            if (!seen.add(question)) {
                file.fault(line, "到達区分 " + code + " に設問 " + question + " が二度あります。");
            }
            if (words.known(question, line) && questions.get(question) != null) {
                // Without it the leaf could never call for action, and nobody would notice.
                words.knownAnswer(question, questions.get(question).unfavourable(), line);
            }
        }
        if (seen.isEmpty() && !fixed) {
            file.fault(entry.line(), "到達区分 " + code + " に、状態を決める設問（questions）も決まった状態（state）もありません。");
        }
        if (!seen.isEmpty() && fixed) {
            file.fault(entry.line(), "到達区分 " + code + " に、状態を決める設問（questions）と決まった状態（state）の両方があります。");
        }
    }

    private Map<LeafState, Leaf.Advice> advice(YamlFile.Entry entry, String code, Optional<LeafState> fixed) {
        Map<LeafState, Leaf.Advice> advice = new EnumMap<>(LeafState.class);
        entry.entry("advice")
                .ifPresent(texts -> texts.only(LeafState.CLEAR.code(), LeafState.ACTION.code(), LeafState.OPEN.code()));
        for (LeafState state : LeafState.values()) {
            entry.entry("advice").flatMap(texts -> texts.entry(state.code())).ifPresent(text -> {
                text.only("text", "confirmed");
                advice.put(
                        state,
                        new Leaf.Advice(text.text("text", "到達区分 " + code + " の助言"), text.flag("confirmed", false)));
            });
            if (!advice.containsKey(state) && (fixed.isEmpty() || fixed.get() == state)) {
                file.fault(entry.line(), "到達区分 " + code + " に「" + state.label() + "」（" + state.code() + "）の助言文がありません。");
            }
        }
        return advice;
    }

    private Optional<LeafState> state(YamlFile.Entry entry, String code) {
        Optional<LeafState> state = LeafState.find(code);
        if (state.isEmpty()) {
            file.fault(entry.lineOf("state"), "状態 " + code + " はありません（clear, action, open のどれか）。");
        }
        return state;
    }
}
