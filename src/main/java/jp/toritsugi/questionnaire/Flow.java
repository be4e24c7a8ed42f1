package jp.toritsugi.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * 流れ図: a questionnaire drawn as on the printed report. The first answer leads down, every other one to the right; all
 * places follow from the definition. Units are pixels of the drawing's own frame, {@code width} × {@code height}.
 *
 * @param walked whether one sheet's way is marked in it
 */
public record Flow(String title, int width, int height, boolean walked, List<Box> boxes, List<Arrow> arrows) {

    /** What a box stands for. */
    public enum Kind {
        QUESTION,
        LEAF
    }

    public record Point(int x, int y) {}

    /** One line of text and where its baseline starts. */
    public record Line(int x, int y, String text) {}

    /**
     * A question or a leaf.
     *
     * @param column from 0, left to right, for those who lay out by grid instead of pixels
     * @param row from 0, top down
     * @param half 0 = as wide as its column; 1, 2, … = part of a column shared by leaves
     * @param head the code line; {@code lines} is the wording below it
     * @param answer how one sheet answered, in words; empty where no sheet is drawn or nothing is to be said
     * @param state how one sheet stands to it; empty where no sheet is drawn, and for leaves
     * @param walked whether the drawn sheet came here
     */
    public record Box(
            String code,
            Kind kind,
            int column,
            int row,
            int half,
            int x,
            int y,
            int width,
            int height,
            Line head,
            List<Line> lines,
            List<Line> answer,
            Optional<AnswerState> state,
            boolean walked) {

        public boolean isLeaf() {
            return kind == Kind.LEAF;
        }

        /** Answered although the sheet's branch does not ask it. */
        public boolean isOffBranch() {
            return state.filter(AnswerState.OFF_BRANCH::equals).isPresent();
        }
    }

    /**
     * From a question to what follows it.
     *
     * @param answers codes of the answers to {@code from} that lead this way; empty where all do, or where an earlier
     *     answer decides
     * @param label the deciding answer in words, or the deciding earlier answer; empty where all ways lead here
     * @param points corners of the line, the last one at the tip
     * @param words the label set in lines on its plate
     * @param walked whether the drawn sheet went this way
     */
    public record Arrow(
            String from,
            String to,
            boolean toLeaf,
            List<String> answers,
            String label,
            List<Point> points,
            Plate plate,
            List<Line> words,
            boolean walked) {

        /** {@code Q2 いいえ → Q8へ}: the arrow for those who do not see the drawing. */
        public String inWords() {
            String deciding = label.isEmpty() ? "" : answers.isEmpty() ? "（" + label + "のとき）" : " " + label;
            return from + deciding + " → " + (toLeaf ? "区分" + to : to) + "へ";
        }

        /** The corners as an SVG {@code points} attribute. */
        public String line() {
            StringBuilder line = new StringBuilder();
            points.forEach(point ->
                    line.append(point.x()).append(',').append(point.y()).append(' '));
            return line.toString().trim();
        }
    }

    /** White ground under a label, so that the line does not run through the words; null without a label. */
    public record Plate(int x, int y, int width, int height) {}

    public static Flow of(Questionnaire questionnaire) {
        return of(questionnaire, question -> 0);
    }

    /**
     * The flow with room under each question's wording, for a table.
     *
     * @param room height in pixels, by question code
     */
    public static Flow of(Questionnaire questionnaire, ToIntFunction<String> room) {
        return new FlowDrawing(questionnaire, room, Walk.NONE).draw();
    }

    /** The flow with one sheet's way marked, its answers in the boxes, and what it answered off the branch. */
    public static Flow walked(Questionnaire questionnaire, Reading reading, Map<String, String> answers) {
        return new FlowDrawing(questionnaire, question -> 0, new Walk(Optional.of(reading), answers)).draw();
    }

    public Optional<Box> box(String code) {
        return boxes.stream().filter(box -> box.code().equals(code)).findFirst();
    }

    /** What the drawing shows, said in one sentence. */
    public String description() {
        long leaves = boxes.stream().filter(Box::isLeaf).count();
        return title + "の流れ図。設問" + (boxes.size() - leaves) + "問から区分" + leaves + "つへ、矢印" + arrows.size() + "本で進みます。"
                + (walked ? "この診断票が通った道を太く示しています。" : "");
    }
}
