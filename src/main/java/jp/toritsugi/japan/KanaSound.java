package jp.toritsugi.japan;

import java.text.Normalizer;
import java.util.Optional;

/**
 * How a name in kana sounds, roughly: voiced and unvoiced alike (ヤマザキ, ヤマサキ), long vowels short however they are
 * written (オオノ, オーノ, オノ). Readings taken down by ear agree in it.
 */
public final class KanaSound {
    private static final String A = "アカサタナハマヤラワ";
    private static final String I = "イキシチニヒミリ";
    private static final String U = "ウクスツヌフムユル";
    private static final String E = "エケセテネヘメレ";
    private static final String O = "オコソトノホモヨロ";

    private KanaSound() {}

    /** Empty for a text that is not all kana. */
    public static Optional<String> of(String text) {
        String key = SearchKey.of(text);
        if (key.isEmpty() || !key.codePoints().allMatch(point -> point >= 'ァ' && point <= 'ヺ')) {
            return Optional.empty();
        }
        String plain = Normalizer.normalize(key.replace('ヂ', 'ジ').replace('ヅ', 'ズ'), Normalizer.Form.NFD)
                .replaceAll("[\u3099\u309A]", "");
        StringBuilder sound = new StringBuilder(plain.length());
        for (char kana : plain.toCharArray()) {
            if (sound.isEmpty() || !prolongs(kana, sound.charAt(sound.length() - 1))) {
                sound.append(kana);
            }
        }
        return Optional.of(sound.toString());
    }

    private static boolean prolongs(char vowel, char before) {
        return switch (vowel) {
            case 'ア' -> A.indexOf(before) >= 0;
            case 'イ' -> I.indexOf(before) >= 0 || E.indexOf(before) >= 0;
            case 'ウ' -> U.indexOf(before) >= 0 || O.indexOf(before) >= 0;
            case 'エ' -> E.indexOf(before) >= 0;
            case 'オ' -> O.indexOf(before) >= 0;
            default -> false;
        };
    }
}
