package jp.toritsugi.japan;

import java.util.Optional;

/**
 * 法人番号: 13 digits, the first of which checks the other twelve (法人番号の指定等に関する省令). It cannot tell 0 from 9
 * in one place. Sole proprietors have none.
 */
public final class CorporateNumber {
    private CorporateNumber() {}

    /** What is wrong with it, or empty for a number that may exist. */
    public static Optional<String> fault(String number) {
        if (!number.matches("[0-9]{13}")) {
            return Optional.of("法人番号は数字13桁です。");
        }
        return number.charAt(0) - '0' == checkDigit(number.substring(1))
                ? Optional.empty()
                : Optional.of("法人番号の検査用数字が合いません。書き写しに誤りがないか確かめてください。");
    }

    /**
     * The check digit, 1 to 9, of twelve base digits: 9 − (Σ Pn·Qn mod 9), n counted from the right, Q = 1 for odd n and
     * 2 for even n.
     */
    public static int checkDigit(String base) {
        int sum = 0;
        for (int n = 1; n <= 12; n++) {
            sum += (base.charAt(12 - n) - '0') * (n % 2 == 1 ? 1 : 2);
        }
        return 9 - sum % 9;
    }
}
