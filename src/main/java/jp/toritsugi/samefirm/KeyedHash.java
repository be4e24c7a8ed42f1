package jp.toritsugi.samefirm;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 under the installation's own key ({@code TORITSUGI_DUPLICATES_KEY}). Names and telephone numbers are few
 * enough to be tried one after the other; without the key, the hashes in the database or in a backup answer to none.
 */
@ApplicationScoped
class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";

    private final ThreadLocal<Mac> mac;
    private final Map<Integer, Integer> letters = new ConcurrentHashMap<>();

    KeyedHash(DuplicateSettings settings) {
        byte[] secret = settings.key().getBytes(StandardCharsets.UTF_8);
        this.mac = ThreadLocal.withInitial(() -> keyed(secret));
    }

    /** Sixty-four bits: in seven million traces, one in some hundred thousand million questions meets a wrong one. */
    long of(String text) {
        return ByteBuffer.wrap(mac.get().doFinal(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** Seven bits of a letter, never 0: enough to tell most letters apart, too few to tell which it is. */
    int ofLetter(int letter) {
        return letters.computeIfAbsent(
                letter, it -> 1 + (int) Long.remainderUnsigned(of("letter " + Character.toString(it)), 127));
    }

    static Mac keyed(byte[] secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
