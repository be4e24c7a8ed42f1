package jp.toritsugi.organisation;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How user names are spelled in here. Log-in servers and people write them as they like; case and width do not make two
 * people. The database has the same rule (V20261130_10).
 */
public final class UserName {
    private UserName() {}

    /** Half-width, small, without blanks around it; null stays null. */
    public static String plain(String written) {
        return written == null
                ? null
                : Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
