package jp.toritsugi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints figures as they come, and the verdict on every bar together at the end. */
final class Say {
    private static final List<String> VERDICTS = new ArrayList<>();

    private Say() {}

    static void title(String text) {
        System.out.println("\n== " + text + " ==");
    }

    static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** @param holds whether the bar is reached by the figures in the text */
    static void verdict(boolean holds, String format, Object... values) {
        String line = (holds ? "  reached  " : "  MISSED   ") + String.format(Locale.ROOT, format, values);
        VERDICTS.add(line);
        System.out.println(line);
    }

    static void notMeasured(String what) {
        VERDICTS.add("  NOT MEASURED  " + what);
        System.out.println("  NOT MEASURED  " + what);
    }

    static void verdicts() {
        title("Bars");
        VERDICTS.forEach(System.out::println);
    }
}
