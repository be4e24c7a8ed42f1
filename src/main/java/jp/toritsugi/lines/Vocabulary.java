package jp.toritsugi.lines;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words people write for a thing, all with their meaning; width, case and spaces do not matter. */
public final class Vocabulary<T> {
    private static final Pattern SPACES = Pattern.compile("\\s");
    private static final int LONGEST_QUOTE = 20;

    private final Map<String, T> meanings = new HashMap<>();
    private final String allowed;

    /** @param allowed how to say in a fault what may be written */
    public Vocabulary(String allowed) {
        this.allowed = allowed;
    }

    public Vocabulary<T> with(T meaning, String... words) {
        for (String word : words) {
            meanings.put(plain(word), meaning);
        }
        return this;
    }

    public Optional<T> find(String written) {
        return Optional.ofNullable(meanings.get(plain(written)));
    }

    public String fault(String written) {
        return quoted(written) + "は読めません。" + allowed;
    }

    /** What was written, shortened for a message. */
    public static String quoted(String written) {
        int end = written.offsetByCodePoints(0, Math.min(LONGEST_QUOTE, written.codePointCount(0, written.length())));
        return "「" + written.substring(0, end) + (end < written.length() ? "…" : "") + "」";
    }

    static String plain(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return SPACES.matcher(normal).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
