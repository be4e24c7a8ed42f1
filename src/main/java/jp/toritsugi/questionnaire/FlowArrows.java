package jp.toritsugi.questionnaire;

import java.util.List;
import java.util.Map;

/** The lines between placed boxes: straight down in a column, straight across to the right, else around in the gaps. */
final class FlowArrows {
    private static final int PLATE_PADDING = 4;
    private static final int TURN = 12;
    /** Room for the arrow's tip under a label. */
    private static final int TIP = 17;

    private final Map<FlowGrid.Key, Flow.Box> boxes;
    private final int gap;
    private final Walk walk;

    FlowArrows(Map<FlowGrid.Key, Flow.Box> boxes, int gap, Walk walk) {
        this.boxes = boxes;
        this.gap = gap;
        this.walk = walk;
    }

    List<Flow.Arrow> draw(List<FlowSteps.Step> steps) {
        return steps.stream().map(this::arrow).toList();
    }

    /** A label in lines that fit over a box of this width, or into the gap between two columns. */
    static List<String> lines(String label, int width) {
        return LineBreaks.even(label, (width - 2.0 * PLATE_PADDING) / FlowDrawing.TEXT);
    }

    private Flow.Arrow arrow(FlowSteps.Step step) {
        Flow.Box from = boxes.get(new FlowGrid.Key(step.from(), false));
        Flow.Box to = boxes.get(new FlowGrid.Key(step.to(), step.toLeaf()));
        boolean down = from.column() == to.column();
        List<Flow.Point> points = down ? down(from, to) : adjoining(from, to) ? across(from, to) : around(from, to);
        List<String> words = lines(step.label(), down ? to.width() : gap - 2 * TURN);
        Flow.Point middle = down ? aboveTip(to, words.size()) : besideStart(points);
        Flow.Plate plate = plate(words, middle);
        return new Flow.Arrow(
                step.from(),
                step.to(),
                step.toLeaf(),
                step.answers(),
                step.label(),
                points,
                plate,
                plate == null
                        ? List.of()
                        : FlowDrawing.set(words, middle.x(), plate.y() + PLATE_PADDING / 2 + FlowDrawing.TEXT),
                walk.went(step));
    }

    private static List<Flow.Point> down(Flow.Box from, Flow.Box to) {
        Flow.Point start = new Flow.Point(middle(from), from.y() + from.height());
        Flow.Point tip = new Flow.Point(middle(to), to.y());
        int turn = start.y() + TURN;
        return start.x() == tip.x()
                ? List.of(start, tip)
                : List.of(start, new Flow.Point(start.x(), turn), new Flow.Point(tip.x(), turn), tip);
    }

    /** Whether the way to the right is free: the next column, or nothing between on the same row. */
    private boolean adjoining(Flow.Box from, Flow.Box to) {
        return to.column() > from.column()
                && (to.column() == from.column() + 1
                        || to.row() == from.row()
                                && boxes.values().stream()
                                        .noneMatch(box -> box.row() == from.row()
                                                && box.column() > from.column()
                                                && box.column() < to.column()));
    }

    private List<Flow.Point> across(Flow.Box from, Flow.Box to) {
        int right = from.x() + from.width();
        if (from.row() == to.row()) {
            int level = from.y() + Math.min(from.height(), to.height()) / 2;
            return List.of(new Flow.Point(right, level), new Flow.Point(to.x(), level));
        }
        int start = from.y() + from.height() / 2;
        int end = to.y() + to.height() / 2;
        int turn = right + gap - TURN;
        return List.of(
                new Flow.Point(right, start),
                new Flow.Point(turn, start),
                new Flow.Point(turn, end),
                new Flow.Point(to.x(), end));
    }

    private List<Flow.Point> around(Flow.Box from, Flow.Box to) {
        int right = from.x() + from.width();
        int start = from.y() + from.height() / 2;
        int turn = right + gap - TURN / 2;
        int channel = to.y() - TURN;
        return List.of(
                new Flow.Point(right, start),
                new Flow.Point(turn, start),
                new Flow.Point(turn, channel),
                new Flow.Point(middle(to), channel),
                new Flow.Point(middle(to), to.y()));
    }

    private static Flow.Point aboveTip(Flow.Box to, int lines) {
        return new Flow.Point(middle(to), to.y() - TIP - lines * FlowDrawing.LINE / 2);
    }

    private Flow.Point besideStart(List<Flow.Point> points) {
        return new Flow.Point(
                points.get(0).x() + gap / 2 - TURN / 2, points.get(0).y());
    }

    private static Flow.Plate plate(List<String> words, Flow.Point middle) {
        if (words.isEmpty()) {
            return null;
        }
        double widest = words.stream().mapToDouble(LineBreaks::width).max().orElse(0);
        int width = (int) Math.ceil(widest * FlowDrawing.TEXT) + 2 * PLATE_PADDING;
        int height = words.size() * FlowDrawing.LINE;
        return new Flow.Plate(middle.x() - width / 2, middle.y() - height / 2, width, height);
    }

    private static int middle(Flow.Box box) {
        return box.x() + box.width() / 2;
    }
}
