package jp.toritsugi.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.toritsugi.questionnaire.YamlFile;

/** Reads the gates. */
final class GateEntries {
    private final YamlFile file;
    private final Conditions conditions;
    private final Atoms atoms;

    GateEntries(YamlFile file, Conditions conditions, Atoms atoms) {
        this.file = file;
        this.conditions = conditions;
        this.atoms = atoms;
    }

    List<Gate> read(YamlFile.Entry root) {
        List<Gate> gates = new ArrayList<>();
        List<String> codes = List.of();
        for (YamlFile.Entry entry : root.entries("gates")) {
            Gate gate = gate(entry);
            codes = RuleSetFile.refuseTwice(file, codes, gate.code(), entry.line(), "関所");
            gates.add(gate);
        }
        if (gates.stream().noneMatch(gate -> gate.happens() == Gate.Happening.UNDECIDED && gate.stops())) {
            file.fault(root.lineOf("gates"), "区分が決まらないときに止める関所（happens: undecided）がありません。");
        }
        return gates;
    }

    private Gate gate(YamlFile.Entry entry) {
        entry.only("gate", "name", "stops", "when", "happens", "because");
        if (entry.has("when") == entry.has("happens")) {
            file.fault(entry.line(), "関所には when か happens のどちらか一つを書いてください。");
        }
        Condition when = entry.entry("when").map(conditions::read).orElse(Condition.ALWAYS);
        return new Gate(
                entry.text("gate", "関所の符号"),
                entry.text("name", "関所の名前"),
                entry.flag("stops", true),
                when,
                when.compile(atoms),
                entry.optionalText("happens")
                        .flatMap(text -> happening(text, entry))
                        .orElse(null),
                entry.text("because", "関所の理由"));
    }

    private Optional<Gate.Happening> happening(String text, YamlFile.Entry entry) {
        for (Gate.Happening happening : Gate.Happening.values()) {
            if (happening.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(happening);
            }
        }
        file.fault(entry.lineOf("happens"), "happens は blocked か undecided です: " + text);
        return Optional.empty();
    }
}
