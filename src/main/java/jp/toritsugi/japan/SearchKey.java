package jp.toritsugi.japan;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One spelling for names that are written in many: width, kana, small kana, variant kanji, company forms, spaces and
 * marks all fall away. For finding only: the originals are kept and printed.
 */
public final class SearchKey {
    private static final Pattern COMPANY_FORMS =
            Pattern.compile("株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|公益社団法人|公益財団法人|特定非営利活動法人|NPO法人"
                    + "|医療法人|社会福祉法人|農事組合法人|協同組合"
                    + "|\\((?:株|有|同|資|名|医|福|一社|一財)\\)");
    private static final String MARKS = " \t\r\n　・･.,、。'\"’”“‘-‐–—―ー~〜～/\\()（）[]［］「」『』&＆+＋";
    private static final Map<Integer, Integer> ALIKE = new HashMap<>();

    static {
        pairs("髙高﨑崎嵜崎碕崎邊辺邉辺濵浜濱浜齋斉齊斉斎斉澤沢廣広國国龍竜瀧滝嶋島嶌島眞真德徳惠恵佛仏條条櫻桜驒騨來来榮栄藏蔵學学圓円豐豊壽寿櫛櫛𠮷吉");
        pairs("ァアィイゥウェエォオッツャヤュユョヨヮワヵカヶケヰイヱエヲオ");
    }

    private SearchKey() {}

    public static String of(String name) {
        String plain = COMPANY_FORMS
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("");
        StringBuilder key = new StringBuilder(plain.length());
        plain.codePoints()
                .filter(point -> MARKS.indexOf(point) < 0)
                .map(SearchKey::katakana)
                .map(point -> ALIKE.getOrDefault(point, point))
                .forEach(key::appendCodePoint);
        return key.toString().toLowerCase(Locale.ROOT);
    }

    private static int katakana(int point) {
        return point >= 'ぁ' && point <= 'ゖ' ? point + ('ァ' - 'ぁ') : point;
    }

    private static void pairs(String written) {
        int[] points = written.codePoints().toArray();
        for (int i = 0; i < points.length; i += 2) {
            ALIKE.put(points[i], points[i + 1]);
        }
    }
}
