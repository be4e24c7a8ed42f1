package jp.toritsugi.japan;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 日本標準産業分類の大分類, and the eight classes the prefecture's report groups by. */
@ApplicationScoped
public class Industries {
    private final Map<String, Industry> byCode = new LinkedHashMap<>();
    private final Map<String, String> codeByName = new LinkedHashMap<>();

    /**
     * @param code letter A to T
     * @param reportClass one of the report's eight classes
     */
    public record Industry(String code, String name, String reportClass) {}

    public Industries() {
        MasterFile.read("industries.csv").forEach(this::add);
    }

    /** By a letter, a letter with the digits of a finer class, or the name as people write it. */
    public Optional<Industry> find(String written) {
        String text = plain(written);
        if (text.matches("[A-Ta-t][0-9]{0,4}")) {
            return Optional.ofNullable(byCode.get(text.substring(0, 1).toUpperCase(java.util.Locale.ROOT)));
        }
        return Optional.ofNullable(codeByName.get(text)).map(byCode::get);
    }

    public List<Industry> all() {
        return List.copyOf(byCode.values());
    }

    private void add(NamedCsvRecord line) {
        Industry industry = new Industry(line.getField("code"), line.getField("name"), line.getField("report_class"));
        byCode.put(industry.code(), industry);
        codeByName.put(plain(industry.name()), industry.code());
        for (String alias : line.getField("aliases").split("\\|")) {
            if (!alias.isBlank()) {
                codeByName.put(plain(alias), industry.code());
            }
        }
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[、,・\\s]", "");
    }
}
