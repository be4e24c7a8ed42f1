package jp.toritsugi.diagnosis;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * 受付番号, for reading out over the telephone: {@code 7K2M-9QXT-41BF}. Worked out from the id alone, so that the same
 * sheet gets the same receipt for ever, on the server and on a tablet without a signal. Sixty bits of a hash in
 * Crockford's alphabet, which has no I, L, O or U to mishear.
 */
final class Receipt {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

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
