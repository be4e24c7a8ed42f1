package jp.toritsugi.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes secrets and seals them for the database, which must not be able to sign by itself: AES-GCM under a key from the
 * environment, bound to the webhook it belongs to.
 */
@ApplicationScoped
class Secrets {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int SECRET = 32;
    private static final String PREFIX = "whsec_";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final WebhookSettings settings;

    Secrets(WebhookSettings settings) {
        this.settings = settings;
    }

    boolean canSeal() {
        return settings.key().isPresent();
    }

    static byte[] fresh() {
        byte[] secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** As it is shown, once: the form of Standard Webhooks. */
    static String shown(byte[] secret) {
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    byte[] seal(byte[] secret, UUID webhook) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret, webhook);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    byte[] open(byte[] sealed, UUID webhook) {
        return run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(sealed, NONCE),
                Arrays.copyOfRange(sealed, NONCE, sealed.length),
                webhook);
    }

    private byte[] run(int mode, byte[] nonce, byte[] content, UUID webhook) {
        try {
            byte[] key = MessageDigest.getInstance("SHA-256")
                    .digest(settings.key().orElseThrow().getBytes(StandardCharsets.UTF_8));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(webhook.toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret of a webhook does not fit the key", e);
        }
    }
}
