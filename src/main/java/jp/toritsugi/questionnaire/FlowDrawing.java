package jp.toritsugi.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Sets the boxes of a flow on their grid, in pixels; {@link FlowArrows} then draws the lines between them. */
final class FlowDrawing {
    static final int TEXT = 16;
    static final int LINE = 22;
    static final int MARGIN = 6;

    private static final int COLUMN = 240;
    private static final int PADDING = 12;
    private static final int SHARED_GAP = 14;
    private static final int NARROW_GAP = 84;
    private static final int WIDE_GAP = 116;
    private static final int SHORT_LABEL = 4;

    private final Questionnaire questionnaire;
    private final ToIntFunction<String> room;
    private final Walk walk;
    private final List<FlowSteps.Step> steps;
    private final Map<FlowGrid.Key, FlowGrid.Cell> cells;
    private final int gap;

    FlowDrawing(Questionnaire questionnaire, ToIntFunction<String> room, Walk walk) {
        this.questionnaire = questionnaire;
        this.room = room;
        this.walk = walk;
        this.steps = FlowSteps.of(questionnaire);
        this.cells = FlowGrid.of(questionnaire, steps);
        this.gap = steps.stream().filter(this::sideways).allMatch(step -> LineBreaks.width(step.label()) <= SHORT_LABEL)
                ? NARROW_GAP
                : WIDE_GAP;
    }

    Flow draw() {
        Map<FlowGrid.Key, Flow.Box> unplaced = new LinkedHashMap<>();
        cells.forEach((key, cell) -> unplaced.put(key, box(key, cell, 0)));
        int[] tops = tops(unplaced);
        Map<FlowGrid.Key, Flow.Box> placed = new LinkedHashMap<>();
        cells.forEach((key, cell) -> placed.put(key, box(key, cell, tops[cell.row()])));
        int columns =
                cells.values().stream().mapToInt(FlowGrid.Cell::column).max().orElse(0) + 1;
        return new Flow(
                questionnaire.title(),
                2 * MARGIN + columns * COLUMN + (columns - 1) * gap,
                tops[tops.length - 1] + MARGIN,
                walk.drawn(),
                List.copyOf(placed.values()),
                new FlowArrows(placed, gap, walk).draw(steps));
    }

    /** Upper edge of every row, and after the last the lower edge of the drawing. */
    private int[] tops(Map<FlowGrid.Key, Flow.Box> boxes) {
        int rows = cells.values().stream().mapToInt(FlowGrid.Cell::row).max().orElse(0) + 1;
        int[] tops = new int[rows + 1];
        tops[0] = MARGIN;
        for (int row = 0; row < rows; row++) {
            int height = 0;
            for (Flow.Box box : boxes.values()) {
                height = box.row() == row ? Math.max(height, box.height()) : height;
            }
            tops[row + 1] = tops[row] + height + (row == rows - 1 ? 0 : gapBelow(row, boxes));
        }
        return tops;
    }

    private int gapBelow(int row, Map<FlowGrid.Key, Flow.Box> boxes) {
        int lines = 0;
        for (FlowSteps.Step step : steps) {
            Flow.Box from = boxes.get(new FlowGrid.Key(step.from(), false));
            Flow.Box to = boxes.get(new FlowGrid.Key(step.to(), step.toLeaf()));
            if (from.row() == row && from.column() == to.column()) {
                int width = to.width();
                lines = Math.max(lines, FlowArrows.lines(step.label(), width).size());
            }
        }
        return 30 + lines * LINE;
    }

    private boolean sideways(FlowSteps.Step step) {
        return cells.get(new FlowGrid.Key(step.from(), false)).column()
                != cells.get(new FlowGrid.Key(step.to(), step.toLeaf())).column();
    }

    private Flow.Box box(FlowGrid.Key key, FlowGrid.Cell cell, int top) {
        int width = (COLUMN - SHARED_GAP * (cell.of() - 1)) / cell.of();
        int x = MARGIN + cell.column() * (COLUMN + gap) + Math.max(0, cell.share() - 1) * (width + SHARED_GAP);
        double measure = (width - 2.0 * PADDING) / TEXT;
        int left = x + PADDING;
        int baseline = top + PADDING + TEXT;
        List<Flow.Line> lines = set(LineBreaks.even(text(key), measure), left, baseline + LINE);
        int roomBelow = key.leaf() ? 0 : room.applyAsInt(key.code());
        int below = baseline + lines.size() * LINE + roomBelow;
        List<Flow.Line> answer = set(LineBreaks.of(answer(key), measure), left, below + LINE);
        return new Flow.Box(
                key.code(),
                key.leaf() ? Flow.Kind.LEAF : Flow.Kind.QUESTION,
                cell.column(),
                cell.row(),
                cell.share(),
                x,
                top,
                width,
                below + answer.size() * LINE + PADDING - top,
                new Flow.Line(left, baseline, key.leaf() ? "区分" + key.code() : key.code()),
                lines,
                answer,
                key.leaf() ? Optional.empty() : walk.state(key.code()),
                key.leaf() ? walk.ended(key.code()) : walk.came(key.code()));
    }

    static List<Flow.Line> set(List<String> texts, int x, int y) {
        List<Flow.Line> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add(new Flow.Line(x, y + lines.size() * LINE, text));
        }
        return List.copyOf(lines);
    }

    private String text(FlowGrid.Key key) {
        return key.leaf()
                ? questionnaire.leaf(key.code()).orElseThrow().name()
                : questionnaire.question(key.code()).orElseThrow().text();
    }

    private String answer(FlowGrid.Key key) {
        return key.leaf() || !walk.drawn()
                ? ""
                : walk.inWords(questionnaire.question(key.code()).orElseThrow());
    }
}
