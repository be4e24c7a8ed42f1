package jp.toritsugi.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.toritsugi.organisation.InstitutionType;
import jp.toritsugi.questionnaire.Choice;
import jp.toritsugi.questionnaire.LeafState;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.YamlFile;

/** Reads conditions: items side by side must all hold, of values in a list one is enough. */
final class Conditions {
    private static final String[] ITEMS = {
        "all",
        "any",
        "not",
        "leaf",
        "state",
        "answered",
        "notAnswered",
        "fact",
        "noFact",
        "ageFrom",
        "ageUnder",
        "handoverWithin",
        "kind",
        "small",
        "performance",
        "place",
        "institutionType",
        "consent",
        "wish",
        "adviser",
        "outside",
        "openCase"
    };
    private static final Map<String, String> PERFORMANCE = Map.of("up", "上向き", "flat", "横ばい", "down", "下向き");

    private final YamlFile file;
    private final Questionnaire questionnaire;
    private final SmallFirms small;
    private final List<Place> places;

    Conditions(YamlFile file, Questionnaire questionnaire, SmallFirms small, List<Place> places) {
        this.file = file;
        this.questionnaire = questionnaire;
        this.small = small;
        this.places = places;
    }

    Condition read(YamlFile.Entry entry) {
        entry.only(ITEMS);
        List<Condition> all = new ArrayList<>();
        for (String item : entry.keys()) {
            item(entry, item).ifPresent(all::add);
        }
        if (all.isEmpty()) {
            file.fault(entry.line(), "条件に項目が一つもありません。");
        }
        return all.size() == 1 ? all.get(0) : new Condition.AllOf(all);
    }

    private Optional<Condition> item(YamlFile.Entry entry, String item) {
        return switch (item) {
            case "all" -> Optional.of(new Condition.AllOf(several(entry, item)));
            case "any" -> Optional.of(new Condition.AnyOf(several(entry, item)));
            case "not" -> entry.entry(item).map(inner -> new Condition.Not(read(inner)));
            case "leaf" -> anyOf(entry, item, this::leaf);
            case "state" -> anyOf(entry, item, code -> LeafState.find(code).map(Atom.InState::new));
            case "answered" -> entry.entry(item).map(answers -> new Condition.AllOf(answers(answers, false)));
            case "notAnswered" -> entry.entry(item).map(answers -> new Condition.AllOf(answers(answers, true)));
            case "fact" -> anyOf(entry, item, code -> Fact.find(code).map(Atom.FactHolds::new));
            case "noFact" -> anyOf(entry, item, code -> Fact.find(code).map(Atom.FactDenied::new));
            case "ageFrom" -> number(entry, item).map(age -> asks(new Atom.AgeFrom(age)));
            case "ageUnder" -> number(entry, item).map(age -> new Condition.Not(asks(new Atom.AgeFrom(age))));
            case "handoverWithin" -> number(entry, item).map(years -> asks(new Atom.HandoverWithin(years)));
            case "kind" ->
                anyOf(entry, item, kind -> one(kind, "corporation", "sole-proprietor")
                        .map(Atom.OfKind::new));
            case "small" ->
                Optional.of(
                        entry.flag(item, true)
                                ? asks(new Atom.Small(small))
                                : new Condition.Not(asks(new Atom.Small(small))));
            case "performance" ->
                anyOf(entry, item, code -> Optional.ofNullable(PERFORMANCE.get(code))
                        .map(label -> new Atom.Performance(code, label)));
            case "place" ->
                anyOf(entry, item, name -> places.stream()
                        .filter(place -> place.name().equals(name))
                        .findFirst()
                        .map(Atom.InPlace::new));
            case "institutionType" ->
                anyOf(entry, item, code -> InstitutionType.find(code)
                        .map(type -> new Atom.DiagnosedBy(type.code(), type.label())));
            case "consent" -> anyOf(entry, item, code -> one(code, "none").map(none -> Atom.Circumstance.NO_CONSENT));
            case "wish" -> anyOf(entry, item, code -> one(code, "not-now").map(now -> Atom.Circumstance.NOT_NOW));
            case "adviser" ->
                anyOf(entry, item, code -> one(code, "named").map(named -> Atom.Circumstance.ADVISER_NAMED));
            case "outside" ->
                anyOf(entry, item, code -> one(code, "network").map(all -> Atom.Circumstance.OUTSIDE_NETWORK));
            case "openCase" ->
                anyOf(entry, item, code -> one(code, "same-firm").map(same -> Atom.Circumstance.OPEN_CASE));
            default -> Optional.empty();
        };
    }

    private static Optional<String> one(String code, String... known) {
        return List.of(known).contains(code) ? Optional.of(code) : Optional.empty();
    }

    private static Condition asks(Atom atom) {
        return new Condition.Asks(atom);
    }

    private Optional<Atom> leaf(String code) {
        boolean known = Questionnaire.UNDETERMINED.equals(code)
                || questionnaire.leaf(code).isPresent();
        return known ? Optional.of(new Atom.InLeaf(code)) : Optional.empty();
    }

    private Optional<Condition> anyOf(
            YamlFile.Entry entry, String item, Function<String, Optional<? extends Atom>> meaning) {
        List<Condition> any = new ArrayList<>();
        for (String code : entry.texts(item)) {
            Optional<? extends Atom> atom = meaning.apply(code);
            if (atom.isEmpty()) {
                file.fault(entry.lineOf(item), "条件 " + item + " に使えない値です: " + code);
            } else {
                any.add(asks(atom.get()));
            }
        }
        if (entry.texts(item).isEmpty()) {
            file.fault(entry.lineOf(item), "条件 " + item + " に値がありません。");
        }
        return Optional.of(any.size() == 1 ? any.get(0) : new Condition.AnyOf(any));
    }

    private List<Condition> several(YamlFile.Entry entry, String item) {
        List<Condition> conditions =
                entry.entries(item).stream().map(this::read).toList();
        if (conditions.isEmpty()) {
            file.fault(entry.lineOf(item), item + " に条件が一つもありません。");
        }
        return conditions;
    }

    private List<Condition> answers(YamlFile.Entry answers, boolean not) {
        List<Condition> all = new ArrayList<>();
        for (String code : answers.keys()) {
            Optional<Question> question = questionnaire.question(code);
            if (question.isEmpty()) {
                file.fault(answers.lineOf(code), "設問 " + code + " は " + questionnaire.id() + " にありません。");
                continue;
            }
            List<Condition> any = new ArrayList<>();
            for (String answer : answers.texts(code)) {
                Optional<Choice> choice = question.get().choice(answer);
                if (choice.isEmpty()) {
                    file.fault(answers.lineOf(code), "設問 " + code + " に回答 " + answer + " はありません。");
                } else {
                    any.add(asks(new Atom.Answered(code, answer, choice.get().label())));
                }
            }
            Condition condition = any.size() == 1 ? any.get(0) : new Condition.AnyOf(any);
            all.add(not ? new Condition.Not(condition) : condition);
        }
        return all;
    }

    private Optional<Integer> number(YamlFile.Entry entry, String item) {
        String text = entry.text(item, "数");
        if (!text.matches("[0-9]{1,3}")) {
            file.fault(entry.lineOf(item), item + " は0から999までの整数です: " + text);
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(text));
    }
}
