package jp.toritsugi.sheet;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.toritsugi.japan.SearchKey;

/**
 * A sheet's names in the spellings that lists, search and the recognition of the same firm need. Originals are not
 * touched.
 *
 * @param sortName what 五十音順 lists by: the kana where known
 * @param searchKey all names in one spelling, for finding a part of them
 * @param grams every one and two characters of that spelling: what the index finds by
 * @param firmKey alike for sheets of the same firm: its number, or else name, municipality and representative
 */
public record SheetNames(String sortName, String searchKey, String[] grams, String firmKey) {

    private static final int DUPLICATE_MONTHS = 12;

    /** Whether two interviews of one firm are so near each other that one of them may be a mistake. */
    public static boolean isSoonAgain(LocalDate one, LocalDate other) {
        return other.isAfter(one.minusMonths(DUPLICATE_MONTHS)) && other.isBefore(one.plusMonths(DUPLICATE_MONTHS));
    }

    static SheetNames of(NewDiagnosis sheet) {
        var enterprise = sheet.enterprise();
        var person = sheet.representative();
        String name = SearchKey.of(enterprise.name());
        String representative = person == null || person.name() == null ? "" : SearchKey.of(person.name());
        String searchKey = Stream.of(
                        name,
                        key(enterprise.nameKana()),
                        representative,
                        key(person == null ? null : person.nameKana()),
                        enterprise.corporateNumber(),
                        sheet.reference() == null ? null : SearchKey.of(sheet.reference()))
                .filter(Objects::nonNull)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        String firmKey = enterprise.corporateNumber() != null
                ? "n:" + enterprise.corporateNumber()
                : "k:" + name + "|" + Objects.toString(enterprise.municipality(), "") + "|" + representative;
        String sortName = enterprise.nameKana() == null ? enterprise.name() : enterprise.nameKana();
        return new SheetNames(sortName, searchKey, grams(searchKey), firmKey);
    }

    /** What the index is asked for to find a word: its pairs, for they hold its characters; of one character, itself. */
    public static String[] wanted(String word) {
        String[] pairs = Arrays.stream(grams(word))
                .filter(gram -> gram.codePointCount(0, gram.length()) == 2)
                .toArray(String[]::new);
        return pairs.length > 0 ? pairs : grams(word);
    }

    /** The one- and two-character pieces of a key in one spelling, without repetition. */
    public static String[] grams(String key) {
        int[] points = key.codePoints().toArray();
        Set<String> grams = new LinkedHashSet<>();
        for (int i = 0; i < points.length; i++) {
            if (points[i] == ' ') {
                continue;
            }
            grams.add(new String(points, i, 1));
            if (i + 1 < points.length && points[i + 1] != ' ') {
                grams.add(new String(points, i, 2));
            }
        }
        return grams.toArray(String[]::new);
    }

    private static String key(String text) {
        return text == null ? null : SearchKey.of(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SheetNames names
                && names.searchKey.equals(searchKey)
                && names.firmKey.equals(firmKey)
                && names.sortName.equals(sortName);
    }

    @Override
    public int hashCode() {
        return searchKey.hashCode();
    }
}
