package jp.toritsugi.japan;

import java.util.Optional;

/** 全国地方公共団体コード: five digits of JIS X 0401/0402 and a check digit. Text, for the leading zero counts. */
public final class MunicipalityCode {
    private MunicipalityCode() {}

    /** What is wrong with it, or empty for a code that may exist. */
    public static Optional<String> fault(String code) {
        if (!code.matches("[0-9]{6}")) {
            return Optional.of("市町村コードは、検査数字を含む6桁です（例: 022021 弘前市）。先頭の0を落としていないか確かめてください。");
        }
        return code.charAt(5) - '0' == checkDigit(code.substring(0, 5))
                ? Optional.empty()
                : Optional.of("市町村コードの検査数字が合いません。");
    }

    /** {@code (11 − (6a+5b+4c+3d+2e) mod 11) mod 10} over the five digits. */
    public static int checkDigit(String five) {
        int sum = 0;
        for (int i = 0; i < 5; i++) {
            sum += (five.charAt(i) - '0') * (6 - i);
        }
        return (11 - sum % 11) % 10;
    }
}
