package jp.toritsugi.testing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a telephone's authenticator shows (RFC 6238): six digits, half a minute each. */
public final class OneTimePassword {
    private static final long HALF_MINUTE = 30_000;

    /** The server takes a code once only, so the next one is never an earlier one than this. */
    private static final Map<String, Long> NEXT = new HashMap<>();

    private OneTimePassword() {}

    /** A code that has not been used yet; waits for one if need be, for the server looks half a minute ahead at most. */
    public static synchronized String next(String user, byte[] secret) {
        long step = Math.max(now(), NEXT.getOrDefault(user, 0L));
        while (step > now() + 1) {
            pause();
        }
        NEXT.put(user, step + 1);
        return code(secret, step);
    }

    private static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 0xf, Integer.BYTES)
                            .getInt()
                    & Integer.MAX_VALUE;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long now() {
        return System.currentTimeMillis() / HALF_MINUTE;
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
