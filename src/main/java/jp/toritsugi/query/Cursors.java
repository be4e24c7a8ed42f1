package jp.toritsugi.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals where a page of a list ended, AES-256-GCM. It names days and ids that whoever turns the page need not know, so it
 * can be neither read nor made, and it opens only for whom and for what it was sealed.
 */
@ApplicationScoped
class Cursors {
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final String BETWEEN = "\u001f";

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    Cursors(CursorSettings settings) {
        this.key = new SecretKeySpec(
                settings.key()
                        .filter(text -> !text.isBlank())
                        .map(text -> hashed("cursors " + text.strip()))
                        .orElseGet(this::made),
                "AES");
    }

    /** @param bound whose it is and of which question */
    String seal(String bound, List<String> keys) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed =
                run(Cipher.ENCRYPT_MODE, nonce, String.join(BETWEEN, keys).getBytes(StandardCharsets.UTF_8), bound);
        byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** Empty for a text that {@link #seal} did not make, or made for another {@code bound}. */
    Optional<List<String>> open(String bound, String sealed) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(sealed);
            if (whole.length <= NONCE + TAG_BITS / Byte.SIZE) {
                return Optional.empty();
            }
            byte[] keys = run(
                    Cipher.DECRYPT_MODE,
                    Arrays.copyOf(whole, NONCE),
                    Arrays.copyOfRange(whole, NONCE, whole.length),
                    bound);
            return Optional.of(List.of(new String(keys, StandardCharsets.UTF_8).split(BETWEEN, -1)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException for what does not open */
    private byte[] run(int mode, byte[] nonce, byte[] text, String bound) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private byte[] made() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] hashed(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
