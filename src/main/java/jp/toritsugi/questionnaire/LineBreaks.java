package jp.toritsugi.questionnaire;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks Japanese text into lines by 禁則: no line begins with 、 or 」. Widths are in em: a kanji is 1, a letter about half. */
final class LineBreaks {
    private LineBreaks() {}

    static List<String> of(String text, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.JAPANESE);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String piece = text.substring(start, end);
            if (line.length() > 0 && width(line + piece) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(piece);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** As few lines as {@link #of}, and about equally long: no か。 alone on the last. */
    static List<String> even(String text, double width) {
        List<String> lines = of(text, width);
        for (double narrower = width - 0.5; narrower > 2; narrower -= 0.5) {
            List<String> narrow = of(text, narrower);
            if (narrow.size() > lines.size()) {
                return lines;
            }
            lines = narrow;
        }
        return lines;
    }

    static double width(String text) {
        return text.codePoints()
                .mapToDouble(letter -> letter < 0x250 ? 0.58 : 1)
                .sum();
    }
}
