package jp.toritsugi.questionnaire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a crosswalk and refuses one that names what no version has. */
final class CrosswalkFile {
    private final YamlFile file;
    private final QuestionnaireLibrary library;

    private CrosswalkFile(String name, String text, QuestionnaireLibrary library) {
        this.file = new YamlFile(name, text);
        this.library = library;
    }

    static Crosswalk parse(String name, String text, QuestionnaireLibrary library) {
        return new CrosswalkFile(name, text, library).read();
    }

    private Crosswalk read() {
        YamlFile.Entry root = file.root();
        root.only("code", "series");
        String code = root.text("code", "調査票の符号");
        if (library.versions(code).isEmpty()) {
            file.fault(root.lineOf("code"), "調査票 " + code + " はどの版もありません。");
            file.refuseIfFaulty();
        }
        List<Crosswalk.Series> series = new ArrayList<>();
        for (YamlFile.Entry entry : root.entries("series")) {
            series.add(series(code, entry));
        }
        file.refuseIfFaulty();
        return new Crosswalk(code, List.copyOf(series));
    }

    private Crosswalk.Series series(String code, YamlFile.Entry entry) {
        List<String> names = new ArrayList<>(List.of("name", "comparable", "note"));
        library.versions(code).forEach(version -> names.add(version.id().version()));
        entry.only(names.toArray(String[]::new));
        Optional<Crosswalk.Comparable> comparable = Crosswalk.Comparable.find(entry.text("comparable", "比べられる度合い"));
        if (comparable.isEmpty()) {
            file.fault(entry.lineOf("comparable"), "比べられる度合いは yes, roughly, partly, none のどれかです。");
        }
        Map<String, Crosswalk.Member> members = new LinkedHashMap<>();
        for (Questionnaire version : library.versions(code)) {
            entry.entry(version.id().version())
                    .ifPresent(member -> members.put(version.id().version(), member(version, member)));
        }
        if (members.isEmpty()) {
            file.fault(entry.line(), "系列に、どの版のものも入っていません。");
        }
        return new Crosswalk.Series(
                entry.text("name", "系列の名前"),
                comparable.orElse(Crosswalk.Comparable.NONE),
                Collections.unmodifiableMap(members),
                entry.optionalText("note").orElse(""));
    }

    private Crosswalk.Member member(Questionnaire version, YamlFile.Entry entry) {
        entry.only("leaves", "question");
        String question = entry.optionalText("question").orElse(null);
        if (question != null && version.question(question).isEmpty()) {
            file.fault(entry.line(), "設問 " + question + " は " + version.id() + " にありません。");
        }
        for (String leaf : entry.texts("leaves")) {
            if (version.leaf(leaf).isEmpty()) {
                file.fault(entry.line(), "到達区分 " + leaf + " は " + version.id() + " にありません。");
            }
        }
        return new Crosswalk.Member(entry.texts("leaves"), question);
    }
}
