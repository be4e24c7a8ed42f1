package jp.toritsugi.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 経路証明書: the proof, by walking every one of them, that all paths of a questionnaire end.
 *
 * @param combinations number of complete answer combinations
 * @param byLength how many of them ask how many questions
 * @param byLeaf how many end at which leaf
 * @param statements the proof in Japanese sentences
 */
public record PathCertificate(
        QuestionnaireId questionnaire,
        String checksum,
        int combinations,
        SortedMap<Integer, Integer> byLength,
        SortedMap<String, Integer> byLeaf,
        List<String> statements) {

    public static PathCertificate of(Questionnaire questionnaire) {
        List<Map<String, String>> paths = Paths.complete(questionnaire);
        SortedMap<Integer, Integer> byLength = new TreeMap<>();
        SortedMap<String, Integer> byLeaf = new TreeMap<>();
        for (Map<String, String> path : paths) {
            byLength.merge(path.size(), 1, Integer::sum);
            byLeaf.merge(questionnaire.read(path).leaf(), 1, Integer::sum);
        }
        return new PathCertificate(
                questionnaire.id(),
                questionnaire.checksum(),
                paths.size(),
                byLength,
                byLeaf,
                statements(questionnaire, paths.size(), byLength, byLeaf));
    }

    private static List<String> statements(
            Questionnaire questionnaire,
            int combinations,
            SortedMap<Integer, Integer> byLength,
            SortedMap<String, Integer> byLeaf) {
        List<String> statements = new ArrayList<>();
        statements.add("すべての回答の組み合わせ " + combinations + "通りをたどり、どれも終わりに着きました。");
        List<String> lengths = new ArrayList<>();
        byLength.forEach((length, count) -> lengths.add(0, length + "問で終わるもの" + count + "通り"));
        statements.add("内訳は、" + String.join("、", lengths) + "です。");
        List<String> leaves = new ArrayList<>();
        byLeaf.forEach((leaf, count) -> leaves.add("区分" + leaf + " " + count + "通り"));
        statements.add("着く区分は、" + String.join("、", leaves) + "です。");
        statements.add("設問 " + questionnaire.questions().size() + "問のどれにも、行き着く経路があります。");
        statements.add("条件はどれも前の設問だけを見るので、輪（循環）はありません。");
        return statements;
    }
}
