package jp.toritsugi.lines;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.japan.MunicipalityCode;
import jp.toritsugi.japan.SearchKey;

/** Municipalities as people write them: the code, the code as Excel leaves it, or the name. */
public final class MunicipalityWords {
    private static final Pattern BEFORE_NAME = Pattern.compile("^(?:.{2,3}[都道府県])?(?:.{1,6}郡)?");

    private final Municipalities municipalities;
    private final Map<String, String> byName = new HashMap<>();

    public MunicipalityWords(Municipalities municipalities, String prefecture) {
        this.municipalities = municipalities;
        municipalities
                .of(prefecture)
                .forEach(municipality -> byName.put(SearchKey.of(municipality.name()), municipality.code()));
    }

    /**
     * The code meant; digits that are none are left for the check of codes to judge.
     *
     * @param code null for a name that is no municipality's
     * @param completed true when digits were put back that the cell had lost
     */
    record Read(String code, boolean completed) {}

    Read read(String cell) {
        String text = Vocabulary.plain(cell);
        if (!text.matches("[0-9]+")) {
            return new Read(named(text).orElse(null), false);
        }
        if (text.length() == 6) {
            return new Read(text, false);
        }
        return completed(text).map(code -> new Read(code, true)).orElse(new Read(text, false));
    }

    private Optional<String> named(String text) {
        String code = byName.get(SearchKey.of(text));
        return Optional.ofNullable(
                code == null ? byName.get(SearchKey.of(BEFORE_NAME.matcher(text).replaceFirst(""))) : code);
    }

    /**
     * Excel takes {@code 022021} for a number and writes 22021. Also five digits without the check digit are met, with and
     * without their zero. A code of our master wins; else the lost zero, where the check digit proves it.
     */
    private Optional<String> completed(String digits) {
        Set<String> candidates = new LinkedHashSet<>();
        if (digits.length() == 5) {
            candidates.add("0" + digits);
            candidates.add(digits + MunicipalityCode.checkDigit(digits));
        } else if (digits.length() == 4) {
            candidates.add("0" + digits + MunicipalityCode.checkDigit("0" + digits));
        }
        return candidates.stream()
                .filter(code -> municipalities.find(code).isPresent())
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(code -> digits.length() == 5 && code.endsWith(digits))
                        .filter(code -> MunicipalityCode.fault(code).isEmpty())
                        .findFirst());
    }
}
