package jp.toritsugi.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can follow what, found by walking every way a sheet can be answered; so a drawing cannot show an arrow that nobody
 * takes, nor leave one out.
 */
final class FlowSteps {
    private final Questionnaire questionnaire;
    private final Map<String, Map<Target, Set<String>>> seen = new LinkedHashMap<>();

    /** @param answers as {@link Flow.Arrow#answers} */
    record Step(String from, String to, boolean toLeaf, List<String> answers, String label) {}

    private record Target(String code, boolean leaf) {}

    private FlowSteps(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        questionnaire.questions().forEach(question -> seen.put(question.code(), new LinkedHashMap<>()));
    }

    /** All steps, by their question in printed order; of one question, in the order of its answers. */
    static List<Step> of(Questionnaire questionnaire) {
        FlowSteps steps = new FlowSteps(questionnaire);
        Paths.complete(questionnaire).forEach(steps::walk);
        List<Step> found = new ArrayList<>();
        steps.seen.forEach((from, targets) -> found.addAll(steps.out(from, targets)));
        return found;
    }

    private void walk(Map<String, String> path) {
        List<String> questions = List.copyOf(path.keySet());
        for (int i = 0; i < questions.size(); i++) {
            boolean last = i == questions.size() - 1;
            Target target =
                    last ? new Target(questionnaire.read(path).leaf(), true) : new Target(questions.get(i + 1), false);
            seen.get(questions.get(i))
                    .computeIfAbsent(target, key -> new LinkedHashSet<>())
                    .add(path.get(questions.get(i)));
        }
    }

    private List<Step> out(String from, Map<Target, Set<String>> targets) {
        int answers = targets.values().stream().mapToInt(Set::size).sum();
        Set<String> different = targets.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        boolean decidesItself = answers == different.size();
        List<Step> steps = new ArrayList<>();
        targets.forEach((to, given) -> {
            if (targets.size() == 1) {
                steps.add(new Step(from, to.code(), to.leaf(), List.of(), ""));
            } else if (decidesItself) {
                steps.add(new Step(from, to.code(), to.leaf(), List.copyOf(given), labels(from, given)));
            } else {
                steps.add(new Step(from, to.code(), to.leaf(), List.of(), condition(to)));
            }
        });
        return steps;
    }

    private String labels(String question, Set<String> answers) {
        return questionnaire.question(question).orElseThrow().choices().stream()
                .filter(choice -> answers.contains(choice.code()))
                .map(Choice::label)
                .collect(Collectors.joining("／"));
    }

    private String condition(Target to) {
        return to.leaf()
                ? questionnaire.leaf(to.code()).orElseThrow().when().inWords()
                : questionnaire
                        .question(to.code())
                        .orElseThrow()
                        .askWhen()
                        .map(Condition::inWords)
                        .orElse("");
    }
}
