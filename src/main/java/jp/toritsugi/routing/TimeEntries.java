package jp.toritsugi.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.toritsugi.questionnaire.YamlFile;
import jp.toritsugi.routing.UrgencySteps.Ground;

/** Reads how urgent things become, and when to look again. */
final class TimeEntries {
    private final YamlFile file;
    private final Conditions conditions;
    private final Atoms atoms;

    TimeEntries(YamlFile file, Conditions conditions, Atoms atoms) {
        this.file = file;
        this.conditions = conditions;
        this.atoms = atoms;
    }

    UrgencySteps urgency(YamlFile.Entry root) {
        Optional<YamlFile.Entry> entry = root.entry("urgency");
        if (entry.isEmpty()) {
            file.fault(root.line(), "急ぎの度合い（urgency）がありません。");
            return new UrgencySteps(0, Urgency.HIGH, List.of(), never(), never(), List.of());
        }
        YamlFile.Entry urgency = entry.get();
        urgency.only("raise", "stepUp", "stepDown", "deadlines");
        Optional<YamlFile.Entry> raise = urgency.entry("raise");
        raise.ifPresent(one -> one.only("atLeast", "to", "of"));
        return new UrgencySteps(
                raise.map(one -> RuleSetFile.number(file, one, "atLeast")).orElse(Integer.MAX_VALUE),
                raise.map(one -> level(one, "to")).orElse(Urgency.HIGH),
                raise.map(one -> one.entries("of").stream().map(this::ground).toList())
                        .orElse(List.of()),
                urgency.entry("stepUp").map(this::ground).orElse(never()),
                urgency.entry("stepDown").map(this::ground).orElse(never()),
                deadlines(urgency));
    }

    private List<UrgencySteps.Deadline> deadlines(YamlFile.Entry urgency) {
        List<UrgencySteps.Deadline> deadlines = new ArrayList<>();
        for (YamlFile.Entry entry : urgency.entries("deadlines")) {
            entry.only("urgency", "handOver", "contact");
            deadlines.add(new UrgencySteps.Deadline(
                    level(entry, "urgency"),
                    RuleSetFile.number(file, entry, "handOver"),
                    entry.has("contact") ? RuleSetFile.number(file, entry, "contact") : 0));
        }
        for (Urgency level : Urgency.values()) {
            if (deadlines.stream().filter(one -> one.urgency() == level).count() != 1) {
                file.fault(urgency.lineOf("deadlines"), "緊急度 " + level.code() + " の期限は、ちょうど一つ要ります。");
            }
        }
        return deadlines;
    }

    Review review(YamlFile.Entry root, List<Gate> gates) {
        Optional<YamlFile.Entry> entry = root.entry("review");
        if (entry.isEmpty()) {
            file.fault(root.line(), "次に確かめる日（review）がありません。");
            return new Review(List.of(), List.of(), 0);
        }
        YamlFile.Entry review = entry.get();
        review.only("gates", "birthdays", "notBeforeMonths");
        List<Review.OfGate> ofGates = new ArrayList<>();
        for (YamlFile.Entry one : review.entries("gates")) {
            one.only("gate", "months", "days", "when");
            Condition when = one.entry("when").map(conditions::read).orElse(Condition.ALWAYS);
            ofGates.add(new Review.OfGate(
                    place(one, gates),
                    when,
                    when.compile(atoms),
                    one.has("months") ? RuleSetFile.number(file, one, "months") : 0,
                    one.has("days") ? RuleSetFile.number(file, one, "days") : 0));
        }
        List<Integer> birthdays = review.texts("birthdays").stream()
                .filter(age -> age.matches("[0-9]{2,3}"))
                .map(Integer::valueOf)
                .toList();
        return new Review(ofGates, birthdays, RuleSetFile.number(file, review, "notBeforeMonths"));
    }

    private int place(YamlFile.Entry entry, List<Gate> gates) {
        String code = entry.text("gate", "関所");
        for (int i = 0; i < gates.size(); i++) {
            if (gates.get(i).code().equals(code)) {
                return i;
            }
        }
        file.fault(entry.lineOf("gate"), "関所 " + code + " はありません。");
        return 0;
    }

    private Ground ground(YamlFile.Entry entry) {
        Condition when = conditions.read(entry);
        return new Ground(when, when.compile(atoms));
    }

    private static Ground never() {
        return new Ground(new Condition.AnyOf(List.of()), Alternatives.NEVER);
    }

    private Urgency level(YamlFile.Entry entry, String key) {
        String code = entry.text(key, "緊急度");
        Optional<Urgency> urgency = Urgency.find(code);
        if (urgency.isEmpty()) {
            file.fault(entry.lineOf(key), "緊急度は high, medium, low のどれかです: " + code);
        }
        return urgency.orElse(Urgency.LOW);
    }
}
