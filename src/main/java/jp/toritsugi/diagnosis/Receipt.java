package jp.toritsugi.diagnosis;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 受付番号, for reading out over the telephone: {@code 7K2M-9QXT-41BF}. Worked out from the id alone, so that the same
 * sheet gets the same receipt for ever, on the server and on a tablet without a signal. Sixty bits of a hash in
 * Crockford's alphabet, which has no I, L, O or U to mishear.
 */
final class Receipt {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** At least one letter: twelve digits are rather the beginning of a 法人番号. */
    private static final Pattern PLAIN = Pattern.compile("(?=.*[A-Z])[0-9A-HJKMNP-TV-Z]{12}");

    private Receipt() {}

    static String of(DiagnosisId id) {
        long bits = ByteBuffer.wrap(sha256(id)).getLong();
        StringBuilder text = new StringBuilder(14);
        for (int i = 0; i < 12; i++) {
            if (i > 0 && i % 4 == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt((int) (bits >>> (59 - 5 * i)) & 31));
        }
        return text.toString();
    }

    /** A receipt as somebody typed it, in any width and case, with or without hyphens; empty for any other text. */
    static Optional<String> find(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s‐‑–—―ー−-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return PLAIN.matcher(plain).matches()
                ? Optional.of(plain.substring(0, 4) + "-" + plain.substring(4, 8) + "-" + plain.substring(8))
                : Optional.empty();
    }

    private static byte[] sha256(DiagnosisId id) {
        try {
            byte[] bytes = ByteBuffer.allocate(16)
                    .putLong(id.value().getMostSignificantBits())
                    .putLong(id.value().getLeastSignificantBits())
                    .array();
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
