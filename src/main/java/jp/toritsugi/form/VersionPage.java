package jp.toritsugi.form;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.toritsugi.questionnaire.InferenceRule;
import jp.toritsugi.questionnaire.Leaf;
import jp.toritsugi.questionnaire.LeafState;
import jp.toritsugi.questionnaire.Questionnaire;

/**
 * One of the pages about one version.
 *
 * @param comparable whether there is a crosswalk to other versions
 */
record VersionPage(ProvedQuestionnaire questionnaire, Tab tab, boolean comparable) {

    record TabLink(String address, String label, boolean current) {}

    /** How many of the complete combinations, by length or by leaf. */
    record Count(String label, int count) {}

    record StatedAdvice(LeafState state, Leaf.Advice advice) {}

    record LeafWithAdvice(Leaf leaf, List<StatedAdvice> advice) {}

    public Questionnaire definition() {
        return questionnaire.definition();
    }

    public String address() {
        return "/questionnaires/" + definition().id();
    }

    public List<TabLink> tabs() {
        return Arrays.stream(Tab.values())
                .map(other -> new TabLink(address() + other.path(), other.label(), other == tab))
                .toList();
    }

    /** Most questions first. */
    public List<Count> byLength() {
        return new TreeMap<>(questionnaire.certificate().byLength())
                .descendingMap().entrySet().stream()
                        .map(entry -> new Count(entry.getKey() + "問", entry.getValue()))
                        .toList();
    }

    public List<Count> byLeaf() {
        return questionnaire.certificate().byLeaf().entrySet().stream()
                .map(entry -> new Count(
                        "区分" + entry.getKey() + "　"
                                + definition()
                                        .leaf(entry.getKey())
                                        .orElseThrow()
                                        .name(),
                        entry.getValue()))
                .toList();
    }

    public List<LeafWithAdvice> leaves() {
        return definition().leaves().stream()
                .map(leaf -> new LeafWithAdvice(leaf, advice(leaf.advice())))
                .toList();
    }

    public List<String> inferences() {
        return definition().inferenceRules().stream()
                .map(InferenceRule::inWords)
                .toList();
    }

    private static List<StatedAdvice> advice(Map<LeafState, Leaf.Advice> texts) {
        return texts.entrySet().stream()
                .map(entry -> new StatedAdvice(entry.getKey(), entry.getValue()))
                .toList();
    }
}
