package jp.toritsugi.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Addresses of the public internet, by the special-purpose registries (RFC 6890 and its registry). */
final class PublicAddress {
    /** First address and length of the prefix. */
    private record Block(byte[] first, int bits) {
        static Block of(String first, int bits) {
            try {
                return new Block(InetAddress.getByName(first).getAddress(), bits);
            } catch (java.net.UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Block> SPECIAL_4 = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("224.0.0.0", 3));

    /** Of version 6 only global unicast, and of that not what carries another address inside. */
    private static final Block GLOBAL_6 = Block.of("2000::", 3);

    private static final List<Block> SPECIAL_6 =
            List.of(Block.of("2001::", 23), Block.of("2001:db8::", 32), Block.of("2002::", 16), Block.of("3fff::", 20));

    private PublicAddress() {}

    static boolean isPublic(InetAddress place) {
        byte[] address = place.getAddress();
        if (place instanceof Inet4Address) {
            return SPECIAL_4.stream().noneMatch(block -> block.holds(address));
        }
        return GLOBAL_6.holds(address) && SPECIAL_6.stream().noneMatch(block -> block.holds(address));
    }
}
