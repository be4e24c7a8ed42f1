package jp.toritsugi.enterprise;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.toritsugi.japan.KanaSound;
import jp.toritsugi.japan.ModernKanji;
import jp.toritsugi.japan.SearchKey;

/**
 * What is left of a firm's name when everything that people write, leave out or write differently is taken away: legal
 * form, branch, spaces, marks, old forms of kanji. For recognising, never for showing.
 */
final class FirmName {
    private static final Pattern BRANCH =
            Pattern.compile("(?:(?<=\\S)\\s*(?:本店|本社)|\\s+\\S*(?:支店|営業所|事業所|出張所|工場|事務所))$");
    private static final Pattern FORMS = Pattern.compile("株式会社|有限会社|合同会社|合資会社|合名会社"
            + "|(?:一般|公益)(?:社団|財団)法人|(?:特定非営利活動|医療|社会福祉|学校|宗教|農事組合)法人"
            + "|\\((?:株|有|同|合|資|名|医|福|学|宗|社|財|農|一社|一財|公社|公財|特非)\\)"
            + "|^(?:株|有)\\)|\\((?:株|有)$");
    private static final Pattern SPOKEN_FORMS =
            Pattern.compile("^(?:カブシキ[ガカ]イシヤ|[ユイ]ウゲン[ガカ]イシヤ|ゴウドウ[ガカ]イシヤ)|(?:カブシキ[ガカ]イシヤ|[ユイ]ウゲン[ガカ]イシヤ)$");

    /** 藤ヶ谷, 藤ケ谷, 藤が谷. */
    private static final Pattern BETWEEN_KANJI = Pattern.compile("(?<=\\p{IsHan})[カガ](?=\\p{IsHan})");

    private FirmName() {}

    /** Never empty for a name that is not blank: where nothing would be left, the whole is kept. */
    static String core(String name) {
        String modern =
                ModernKanji.of(Normalizer.normalize(name, Normalizer.Form.NFKC).strip());
        String here = BRANCH.matcher(modern).replaceFirst("").replaceAll("\\s", "");
        String core = key(FORMS.matcher(here).replaceAll(""));
        return core.isEmpty() ? key(modern) : core;
    }

    /** How the firm is called, from its kana or from a name that is all kana; empty where neither tells. */
    static Optional<String> sound(EnterpriseData firm) {
        return Optional.ofNullable(firm.nameKana()).flatMap(FirmName::spoken).or(() -> spoken(core(firm.name())));
    }

    /** A person's name in one spelling. */
    static String person(String name) {
        return key(ModernKanji.of(Normalizer.normalize(name, Normalizer.Form.NFKC)));
    }

    private static Optional<String> spoken(String text) {
        return KanaSound.of(SPOKEN_FORMS.matcher(core(text)).replaceAll(""));
    }

    private static String key(String text) {
        return BETWEEN_KANJI.matcher(ModernKanji.of(SearchKey.of(text))).replaceAll("ケ");
    }
}
