package jp.toritsugi.questionnaire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Proves of a definition that it can be walked: no loop, no orphan, no condition against itself, every path to a leaf. */
final class GraphCheck {
    private final Questionnaire questionnaire;
    private final Map<String, Integer> lines;
    private final YamlFile file;
    private boolean walkable = true;

    GraphCheck(Questionnaire questionnaire, Map<String, Integer> lines, YamlFile file) {
        this.questionnaire = questionnaire;
        this.lines = lines;
        this.file = file;
    }

    void check() {
        questionnaire.questions().forEach(this::order);
        if (!walkable) {
            return;
        }
        Set<String> contradictory = new HashSet<>();
        for (Question question : questionnaire.questions()) {
            if (question.askWhen().isPresent() && !canHold(question.askWhen().get())) {
                contradictory.add(question.code());
                file.fault(
                        line(question.code()),
                        "設問 " + question.code() + " の条件「"
                                + question.askWhen().get().inWords() + "」は、どう答えても成り立ちません（矛盾）。");
            }
        }
        List<Map<String, String>> paths;
        try {
            paths = Paths.complete(questionnaire);
        } catch (Paths.TooMany tooMany) {
            file.fault(file.root().lineOf("questions"), tooMany.getMessage());
            return;
        }
        paths(paths, contradictory);
    }

    private void order(Question question) {
        for (String other : question.askWhen().map(Condition::questions).orElse(Set.of())) {
            Question earlier = questionnaire.question(other).orElseThrow();
            if (earlier.index() < question.index()) {
                continue;
            }
            walkable = false;
            if (leadsBackTo(earlier, question.code(), new HashSet<>())) {
                file.fault(line(question.code()), "設問 " + question.code() + " と " + other + " の条件が輪になっています（循環）。");
            } else {
                file.fault(
                        line(question.code()),
                        "設問 " + question.code() + " が後ろの設問 " + other + " の回答を条件にしています。設問は上から順に決まらなければなりません。");
            }
        }
    }

    private boolean leadsBackTo(Question from, String target, Set<String> seen) {
        if (from.code().equals(target)) {
            return true;
        }
        return seen.add(from.code())
                && from.askWhen().map(Condition::questions).orElse(Set.of()).stream()
                        .anyMatch(
                                code -> leadsBackTo(questionnaire.question(code).orElseThrow(), target, seen));
    }

    /** Whether any answers at all, on the branch or not, make it true. */
    private boolean canHold(Condition condition) {
        return canHold(condition, new ArrayList<>(condition.questions()), new LinkedHashMap<>());
    }

    private boolean canHold(Condition condition, List<String> open, Map<String, String> chosen) {
        if (open.isEmpty()) {
            return condition.holds(chosen::get);
        }
        String question = open.get(0);
        List<String> rest = open.subList(1, open.size());
        for (Choice choice : questionnaire.question(question).orElseThrow().choices()) {
            chosen.put(question, choice.code());
            if (canHold(condition, rest, chosen)) {
                return true;
            }
        }
        chosen.remove(question);
        return canHold(condition, rest, chosen);
    }

    private void paths(List<Map<String, String>> paths, Set<String> contradictory) {
        Set<String> reached = new HashSet<>();
        Set<String> leavesReached = new HashSet<>();
        for (Map<String, String> path : paths) {
            reached.addAll(path.keySet());
            List<Leaf> ends = questionnaire.leaves().stream()
                    .filter(leaf -> leaf.when().holds(path::get))
                    .toList();
            ends.forEach(leaf -> leavesReached.add(leaf.code()));
            if (ends.isEmpty()) {
                file.fault(file.root().lineOf("leaves"), "どの到達区分にも着かない経路があります: " + path);
                return;
            }
            if (ends.size() > 1) {
                file.fault(line("leaf " + ends.get(1).code()), "二つの到達区分に着く経路があります: " + path);
                return;
            }
            for (String question : ends.get(0).questions()) {
                if (!path.containsKey(question)) {
                    file.fault(
                            line("leaf " + ends.get(0).code()),
                            "到達区分 " + ends.get(0).code() + " の設問 " + question + " を聞かない経路があります: " + path);
                    return;
                }
            }
        }
        for (Question question : questionnaire.questions()) {
            if (!reached.contains(question.code()) && !contradictory.contains(question.code())) {
                file.fault(line(question.code()), "設問 " + question.code() + " にはどの経路からも行き着けません（孤立）。");
            }
        }
        for (Leaf leaf : questionnaire.leaves()) {
            if (!leavesReached.contains(leaf.code())) {
                file.fault(line("leaf " + leaf.code()), "到達区分 " + leaf.code() + " にはどの経路からも行き着けません（孤立）。");
            }
        }
    }

    private int line(String code) {
        return lines.getOrDefault(code, 1);
    }
}
