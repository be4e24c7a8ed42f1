package jp.toritsugi.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which column and row each box stands in. A column is a way straight down: the first answer stays in it. What another
 * answer leads to opens a column further right, that of a lower question nearer, so that lines need not cross. Leaves that
 * follow the same question share its column side by side.
 */
final class FlowGrid {
    /** @param share 0 = alone in its column; else its number among {@code of} leaves side by side */
    record Cell(int column, int row, int share, int of) {}

    /** A box's key: leaves and questions never meet under one. */
    record Key(String code, boolean leaf) {}

    private final List<FlowSteps.Step> steps;
    private final Map<Key, Integer> columns = new LinkedHashMap<>();
    private final Map<Key, Integer> rows = new HashMap<>();
    private final Map<Key, List<Key>> sharing = new HashMap<>();
    private int columnCount;

    private FlowGrid(List<FlowSteps.Step> steps) {
        this.steps = steps;
    }

    static Map<Key, Cell> of(Questionnaire questionnaire, List<FlowSteps.Step> steps) {
        FlowGrid grid = new FlowGrid(steps);
        Key first = new Key(questionnaire.questions().get(0).code(), false);
        grid.place(first, grid.columnCount++);
        List<Key> order = new ArrayList<>();
        questionnaire.questions().forEach(question -> order.add(new Key(question.code(), false)));
        questionnaire.leaves().forEach(leaf -> order.add(new Key(leaf.code(), true)));
        order.forEach(grid::row);
        Map<Key, Cell> cells = new LinkedHashMap<>();
        order.forEach(key -> cells.put(key, grid.cell(key)));
        return cells;
    }

    private void place(Key key, int column) {
        columns.put(key, column);
        List<Key> targets = out(key).stream().map(FlowGrid::to).toList();
        if (targets.isEmpty()) {
            return;
        }
        if (targets.size() > 1 && targets.stream().allMatch(Key::leaf)) {
            targets.stream().filter(target -> !columns.containsKey(target)).forEach(leaf -> columns.put(leaf, column));
            targets.forEach(leaf -> sharing.put(leaf, targets));
            return;
        }
        if (owner(targets.get(0)).equals(key) && !columns.containsKey(targets.get(0))) {
            place(targets.get(0), column);
        }
        for (Key side : targets.subList(1, targets.size())) {
            if (!columns.containsKey(side) && !reachedStraight(side)) {
                place(side, columnCount++);
            }
        }
    }

    /** The question whose column a box continues: the first that leads straight down to it. */
    private Key owner(Key target) {
        return steps.stream()
                .filter(step -> to(step).equals(target) && straight(step))
                .map(step -> new Key(step.from(), false))
                .findFirst()
                .orElseThrow();
    }

    private boolean reachedStraight(Key target) {
        return steps.stream().anyMatch(step -> to(step).equals(target) && straight(step));
    }

    private boolean straight(FlowSteps.Step step) {
        return out(new Key(step.from(), false)).get(0).equals(step);
    }

    private void row(Key key) {
        int row = 0;
        Set<Key> from = new HashSet<>();
        for (FlowSteps.Step step : steps) {
            Key source = new Key(step.from(), false);
            if (to(step).equals(key) && from.add(source)) {
                boolean toTheRight = columns.get(key) > columns.get(source);
                row = Math.max(row, rows.get(source) + (toTheRight ? 0 : 1));
            }
        }
        rows.put(key, row);
    }

    private Cell cell(Key key) {
        List<Key> together = sharing.getOrDefault(key, List.of());
        return new Cell(columns.get(key), rows.get(key), together.indexOf(key) + 1, Math.max(1, together.size()));
    }

    private List<FlowSteps.Step> out(Key key) {
        return key.leaf()
                ? List.of()
                : steps.stream().filter(step -> step.from().equals(key.code())).toList();
    }

    private static Key to(FlowSteps.Step step) {
        return new Key(step.to(), step.toLeaf());
    }
}
