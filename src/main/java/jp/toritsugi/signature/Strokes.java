package jp.toritsugi.signature;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.toritsugi.problem.InvalidInput;

/** The lines of a signature, as a drawing. */
record Strokes(List<List<Point>> lines) {
    private static final int MOST_STROKES = 500;
    private static final int MOST_POINTS = 20_000;

    record Point(double x, double y) {}

    /** @throws InvalidInput where these are no lines that could be drawn */
    static Strokes of(JsonNode strokes) {
        if (!strokes.isArray() || strokes.isEmpty() || strokes.size() > MOST_STROKES) {
            throw new InvalidInput("strokes", "署名の線がないか、多すぎます。");
        }
        List<List<Point>> lines = new ArrayList<>();
        int points = 0;
        for (JsonNode stroke : strokes) {
            List<Point> line = new ArrayList<>();
            (stroke.isArray() ? stroke : stroke.path("points")).forEach(point -> line.add(point(point)));
            points += line.size();
            if (line.isEmpty() || points > MOST_POINTS) {
                throw new InvalidInput("strokes", "署名の線に点がないか、多すぎます。");
            }
            lines.add(line);
        }
        return new Strokes(lines);
    }

    private static Point point(JsonNode point) {
        JsonNode x = point.isArray() ? point.path(0) : point.path("x");
        JsonNode y = point.isArray() ? point.path(1) : point.path("y");
        if (!x.isNumber() || !y.isNumber()) {
            throw new InvalidInput("strokes", "署名の線の点に位置がありません。");
        }
        return new Point(x.asDouble(), y.asDouble());
    }

    /** For the {@code d} of an SVG path. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (List<Point> line : lines) {
            char command = 'M';
            for (Point point : line) {
                path.append(command).append(String.format(Locale.ROOT, "%.1f %.1f", point.x(), point.y()));
                command = 'L';
            }
            if (line.size() == 1) {
                // a dot: a line of no length with round ends
                path.append("h0");
            }
        }
        return path.toString();
    }
}
