package jp.toritsugi.trail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.TrailEvent;

/**
 * What a verification found.
 *
 * @param entries how many entries hold, over all chains
 * @param broken where it does not hold, the earliest entry first
 * @param heads where every chain that has entries ends, {@code "0" → "<position>:<hash in hex>"}
 */
record Finding(long entries, List<BrokenLink> broken, Map<String, String> heads, Duration took) {

    public boolean isWhole() {
        return broken.isEmpty();
    }

    /** One hash over all heads: SHA-256 over the lines {@code chain:position:hash}, in the order of the chains. */
    public String anchor() {
        String lines = heads.entrySet().stream()
                .map(head -> head.getKey() + ":" + head.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    TrailEvent event() {
        TrailEvent event = TrailEvent.of(Action.VERIFIED, "trail", null, null)
                .with("result", isWhole() ? "whole" : "broken")
                .with("entries", entries)
                .with("seconds", Math.max(1, took.toSeconds()))
                .with("anchor", anchor())
                .with("heads", heads);
        if (isWhole()) {
            return event;
        }
        BrokenLink first = broken.get(0);
        return event.with("fault", first.fault())
                .with("chain", first.chain())
                .with("position", first.position())
                .with("entry", first.entry())
                .with("brokenLinks", broken.size());
    }
}
