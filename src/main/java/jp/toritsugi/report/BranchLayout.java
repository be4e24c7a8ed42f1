package jp.toritsugi.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.toritsugi.questionnaire.Choice;
import jp.toritsugi.questionnaire.Condition;
import jp.toritsugi.questionnaire.Leaf;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;

/**
 * The tables in their places along the branches, as the report prints them. Computed from the questionnaire, so that a
 * new version needs no drawing: questions asked under the same condition stand together in a block, as many rows down as
 * branches lead to it.
 *
 * @param blocks in printed order
 * @param columns of the widest row
 */
public record BranchLayout(List<Block> blocks, int columns) {

    /**
     * Questions that are asked together.
     *
     * @param askedWhen Q2「はい」への質問; empty for what everybody is asked
     * @param row from 1
     * @param column first of its columns, from 1
     * @param width in columns
     * @param leaves what is reached here, or empty
     */
    public record Block(String askedWhen, int row, int column, int width, String leaves, List<Item> items) {}

    /** One question's table and where its answers lead. */
    public record Item(TallyTable table, List<Turn> turns) {}

    /**
     * @param answer its wording
     * @param to Q8・Q9
     * @param first the first question there
     */
    public record Turn(String answer, String to, String first) {}

    static BranchLayout of(Questionnaire questionnaire, Report report) {
        List<List<Question>> groups = groups(questionnaire.questions());
        int[] rows = rows(groups);
        int columns = 1;
        Map<Integer, List<Integer>> inRow = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            List<Integer> row = inRow.computeIfAbsent(rows[i], key -> new ArrayList<>());
            row.add(i);
            columns = Math.max(columns, row.size());
        }
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            int[] widths = widths(inRow.get(rows[i]), groups, columns);
            int place = inRow.get(rows[i]).indexOf(i);
            int column = 1;
            for (int before = 0; before < place; before++) {
                column += widths[before];
            }
            blocks.add(block(questionnaire, report, groups, i, new int[] {rows[i], column, widths[place]}));
        }
        return new BranchLayout(blocks, columns);
    }

    private static Block block(
            Questionnaire questionnaire, Report report, List<List<Question>> groups, int index, int[] place) {
        List<Question> group = groups.get(index);
        return new Block(
                group.get(0)
                        .askWhen()
                        .map(condition -> condition.inWords() + "への質問")
                        .orElse(""),
                place[0],
                place[1],
                place[2],
                leaves(questionnaire.leaves(), group),
                group.stream()
                        .map(question -> new Item(report.table(question.code()).orElseThrow(), turns(question, groups)))
                        .toList());
    }

    private static List<List<Question>> groups(List<Question> questions) {
        List<List<Question>> groups = new ArrayList<>();
        Question before = null;
        for (Question question : questions) {
            if (before == null || !before.askWhen().equals(question.askWhen())) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(question);
            before = question;
        }
        return groups;
    }

    private static int[] rows(List<List<Question>> groups) {
        int[] rows = new int[groups.size()];
        Map<String, Integer> rowOf = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            List<Question> group = groups.get(i);
            rows[i] = 1
                    + group.get(0).askWhen().stream()
                            .flatMap(condition -> condition.questions().stream())
                            .mapToInt(rowOf::get)
                            .max()
                            .orElse(0);
            for (Question question : group) {
                rowOf.put(question.code(), rows[i]);
            }
        }
        return rows;
    }

    /** One column each; those left over go to the blocks with the most questions a column. */
    private static int[] widths(List<Integer> row, List<List<Question>> groups, int columns) {
        int[] widths = new int[row.size()];
        java.util.Arrays.fill(widths, 1);
        for (int spare = columns - row.size(); spare > 0; spare--) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                if (groups.get(row.get(i)).size() * widths[widest]
                        > groups.get(row.get(widest)).size() * widths[i]) {
                    widest = i;
                }
            }
            widths[widest]++;
        }
        return widths;
    }

    private static List<Turn> turns(Question question, List<List<Question>> groups) {
        List<Turn> turns = new ArrayList<>();
        for (Choice choice : question.choices()) {
            for (List<Question> group : groups) {
                if (group.get(0)
                        .askWhen()
                        .filter(condition -> follows(condition, question.code(), choice.code()))
                        .isPresent()) {
                    turns.add(
                            new Turn(choice.label(), names(group), group.get(0).code()));
                }
            }
        }
        return turns;
    }

    private static boolean follows(Condition condition, String question, String answer) {
        if (condition instanceof Condition.AnsweredWith given) {
            return given.question().equals(question) && given.answers().contains(answer);
        }
        if (condition instanceof Condition.AllOf all) {
            return all.conditions().stream().anyMatch(part -> follows(part, question, answer));
        }
        if (condition instanceof Condition.AnyOf any) {
            return any.conditions().stream().anyMatch(part -> follows(part, question, answer));
        }
        return false;
    }

    private static String names(List<Question> group) {
        return group.size() > 2
                ? group.get(0).code() + "～" + group.get(group.size() - 1).code()
                : group.stream().map(Question::code).collect(Collectors.joining("・"));
    }

    private static String leaves(List<Leaf> leaves, List<Question> group) {
        return leaves.stream()
                .filter(leaf ->
                        group.stream().anyMatch(question -> leaf.questions().contains(question.code())))
                .map(leaf -> "区分" + leaf.code() + " " + leaf.name())
                .collect(Collectors.joining("、"));
    }
}
