package jp.toritsugi.samefirm;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.Mac;

/**
 * Ids that follow from a name, as those of name-based UUIDs do, but only for whoever has the installation's key: nobody
 * else can take one beforehand, or ask under it whether the name is there. The key is one of its own, drawn from
 * {@code TORITSUGI_DUPLICATES_KEY}.
 */
@ApplicationScoped
public class KeyedIds {
    private static final String PURPOSE = "toritsugi ids of imported lines";

    private final ThreadLocal<Mac> mac;

    KeyedIds(DuplicateSettings settings) {
        byte[] own = KeyedHash.keyed(settings.key().getBytes(StandardCharsets.UTF_8))
                .doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8));
        this.mac = ThreadLocal.withInitial(() -> KeyedHash.keyed(own));
    }

    /** The same for ever under the same key: 122 bits of the HMAC as a UUID of version 8. */
    public UUID of(String name) {
        ByteBuffer hash = ByteBuffer.wrap(mac.get().doFinal(name.getBytes(StandardCharsets.UTF_8)));
        return new UUID(
                hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L,
                hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }
}
