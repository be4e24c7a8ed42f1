package jp.toritsugi.query;

import java.util.List;
import java.util.stream.Stream;
import jp.toritsugi.problem.InvalidInput;

/** The words of a search. Each costs a look at the whole index: a text of 52,000 words took the database 25 seconds. */
public final class SearchWords {
    /** Characters, with the spaces between the words. */
    public static final int LONGEST = 100;

    /** Words. */
    public static final int MOST = 8;

    private SearchWords() {}

    /**
     * The words of a text.
     *
     * @param field by which a refusal names it
     * @throws InvalidInput for a text longer than {@link #LONGEST}, or of more than {@link #MOST} words
     */
    public static List<String> of(String field, String typed) {
        if (typed.length() > LONGEST) {
            throw new InvalidInput(field, LONGEST + "文字までで探してください。");
        }
        List<String> words = Stream.of(typed.split("[\\s　]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.size() > MOST) {
            throw new InvalidInput(field, "一度に探せる言葉は" + MOST + "個までです。");
        }
        return words;
    }
}
