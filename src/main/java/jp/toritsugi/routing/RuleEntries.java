package jp.toritsugi.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.questionnaire.YamlFile;
import jp.toritsugi.routing.Rule.Guarded;
import jp.toritsugi.routing.Rule.Stage;

/** Reads the rules of all stages, in the order they are tried. */
final class RuleEntries {
    private final YamlFile file;
    private final Conditions conditions;
    private final Atoms atoms;
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    RuleEntries(YamlFile file, Conditions conditions, Atoms atoms) {
        this.file = file;
        this.conditions = conditions;
        this.atoms = atoms;
    }

    /** Line of each rule, by code. */
    Map<String, Integer> lines() {
        return lines;
    }

    List<Rule> read(YamlFile.Entry root) {
        root.entries("first").forEach(entry -> rule(entry, Stage.FIRST));
        root.entries("rules").forEach(entry -> rule(entry, Stage.RULES));
        Optional<YamlFile.Entry> otherwise = root.entry("otherwise");
        if (otherwise.isEmpty()) {
            file.fault(root.line(), "どれにも当てはまらないときの決まり（otherwise）がありません。");
        }
        otherwise.ifPresent(entry -> rule(entry, Stage.OTHERWISE));
        root.entries("plus").forEach(entry -> rule(entry, Stage.PLUS));
        return List.copyOf(rules.values());
    }

    private void rule(YamlFile.Entry entry, Stage stage) {
        switch (stage) {
            case FIRST, RULES ->
                entry.only(
                        "rule",
                        "when",
                        "instead",
                        "referral",
                        "primary",
                        "primaryWhen",
                        "add",
                        "urgency",
                        "urgencyWhen",
                        "review",
                        "because");
            case OTHERWISE -> entry.only("rule", "primary", "add", "urgency", "because");
            case PLUS -> entry.only("rule", "when", "add", "because");
        }
        String code = entry.text("rule", "決まりの番号");
        Condition when = when(entry, code, stage);
        boolean referral = entry.flag("referral", true);
        List<Guarded<RecipientKind>> primary = primary(entry);
        if (referral && primary.isEmpty() && stage != Stage.PLUS) {
            file.fault(entry.line(), "決まり " + code + " に取次先（primary）がありません。取次をしないなら referral: false と書いてください。");
        }
        Rule rule = new Rule(
                code,
                when,
                applies(entry, when, code),
                entry.optionalText("instead").orElse(null),
                stage,
                referral,
                primary,
                entry.entries("add").stream().map(this::addition).toList(),
                stage == Stage.PLUS ? null : urgency(entry, "urgency"),
                entry.entries("urgencyWhen").stream().map(this::urgencyWhen).toList(),
                review(entry, referral),
                entry.text("because", "決まり " + code + " の理由"));
        lines.putIfAbsent(code, entry.line());
        if (rules.putIfAbsent(code, rule) != null) {
            file.fault(entry.line(), "決まり " + code + " が二度あります。どちらが先か決まりません。");
        }
    }

    private Condition when(YamlFile.Entry entry, String code, Stage stage) {
        if (stage == Stage.OTHERWISE) {
            return Condition.ALWAYS;
        }
        Optional<YamlFile.Entry> when = entry.entry("when");
        if (when.isEmpty()) {
            file.fault(entry.line(), "決まり " + code + " に条件（when）がありません。");
        }
        return when.map(conditions::read).orElse(Condition.ALWAYS);
    }

    private Alternatives applies(YamlFile.Entry entry, Condition when, String code) {
        Alternatives applies = when.compile(atoms);
        Optional<String> instead = entry.optionalText("instead");
        if (instead.isEmpty()) {
            return applies;
        }
        Rule other = rules.get(instead.get());
        if (other == null) {
            file.fault(entry.lineOf("instead"), "決まり " + code + " の instead にある " + instead.get() + " が、これより前にありません。");
            return applies;
        }
        return applies.and(other.applies().not());
    }

    private List<Guarded<RecipientKind>> primary(YamlFile.Entry entry) {
        List<Guarded<RecipientKind>> choices = new ArrayList<>();
        for (YamlFile.Entry choice : entry.entries("primaryWhen")) {
            choice.only("kind", "when");
            Condition when = guard(choice);
            kind(choice, "kind", choice.text("kind", "取次先"))
                    .ifPresent(kind -> choices.add(new Guarded<>(kind, when, when.compile(atoms))));
        }
        entry.optionalText("primary")
                .flatMap(code -> kind(entry, "primary", code))
                .ifPresent(kind -> choices.add(new Guarded<>(kind, Condition.ALWAYS, Alternatives.ALWAYS)));
        return choices;
    }

    private Guarded<List<RecipientKind>> addition(YamlFile.Entry entry) {
        entry.only("kinds", "when");
        List<RecipientKind> kinds = entry.texts("kinds").stream()
                .map(code -> kind(entry, "kinds", code))
                .flatMap(Optional::stream)
                .toList();
        if (kinds.isEmpty()) {
            file.fault(entry.line(), "足す相談先（kinds）がありません。");
        }
        Condition when = guard(entry);
        return new Guarded<>(kinds, when, when.compile(atoms));
    }

    private Guarded<Urgency> urgencyWhen(YamlFile.Entry entry) {
        entry.only("urgency", "when");
        Condition when = guard(entry);
        return new Guarded<>(urgency(entry, "urgency"), when, when.compile(atoms));
    }

    private Condition guard(YamlFile.Entry entry) {
        return entry.entry("when").map(conditions::read).orElse(Condition.ALWAYS);
    }

    private Urgency urgency(YamlFile.Entry entry, String key) {
        String code = entry.text(key, "緊急度");
        Optional<Urgency> urgency = Urgency.find(code);
        if (urgency.isEmpty() && !code.isEmpty()) {
            file.fault(entry.lineOf(key), "緊急度は high, medium, low のどれかです: " + code);
        }
        return urgency.orElse(Urgency.LOW);
    }

    private int review(YamlFile.Entry entry, boolean referral) {
        Optional<YamlFile.Entry> review = entry.entry("review");
        if (review.isEmpty() && !referral) {
            file.fault(entry.line(), "取次をしない決まりには、次に確かめるまでの月数（review）が要ります。");
        }
        review.ifPresent(one -> one.only("months"));
        return review.map(one -> RuleSetFile.number(file, one, "months")).orElse(0);
    }

    private Optional<RecipientKind> kind(YamlFile.Entry entry, String key, String code) {
        for (RecipientKind kind : RecipientKind.values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        file.fault(entry.lineOf(key), "相談先 " + code + " はありません。");
        return Optional.empty();
    }
}
