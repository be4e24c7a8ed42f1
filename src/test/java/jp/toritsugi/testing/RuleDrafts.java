package jp.toritsugi.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Drafts of new rules: the first version with another number and a later day. */
public final class RuleDrafts {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final LocalDate FIRST_DAY = LocalDate.now().plusYears(1);

    private RuleDrafts() {}

    /** The first version as it comes with the application. */
    public static String rules() {
        return text("/routing/succession-routing/1.yaml");
    }

    /** Its acceptance cases. */
    public static String cases() {
        return text("/routing/succession-routing/1-cases.csv");
    }

    /** The first version under another number. */
    public static String rules(String version, LocalDate validFrom) {
        return rules().replace("version: \"1\"", "version: \"" + version + "\"")
                .replace("validFrom: 2016-12-05", "validFrom: " + validFrom);
    }

    /** A sound draft by somebody unknown with a report, each later than the one before; its id. */
    public static String tried(String network, String institution) {
        int n = COUNT.incrementAndGet();
        String rules = rules("2." + n, FIRST_DAY.plusDays(n));
        String id = UUID.randomUUID().toString();
        String checksum = sha256(rules + "\0" + cases());
        SmallNetwork.owner(
                "insert into rule_draft (id, network, institution, state, rule_set, title, questionnaire, valid_from,"
                        + " rules, cases, checksum, faults, sent_at, sent_by, sent_by_name) values ('" + id + "', '"
                        + network
                        + "', '" + institution + "', 'draft', 'succession-routing/2." + n
                        + "', 'x', 'succession-diagnosis/2016', '" + FIRST_DAY.plusDays(n) + "', $q$" + rules
                        + "$q$, $q$"
                        + cases() + "$q$, '" + checksum + "', '[]', now(), 'x', 'x');"
                        + "insert into rule_trial values (gen_random_uuid(), '" + id + "', '" + checksum
                        + "', 'x', '" + sha256(before(network)) + "', '2019-10-01', '2019-10-31', 0, 0,"
                        + " '{\"destinations\": [], \"rules\": [], \"urgencies\": [], \"gates\": [], \"load\": []}', now(), 'x', 'x')");
        return id;
    }

    public static String trialOf(String draft) {
        return SmallNetwork.text(
                "select coalesce((select id from rule_trial where draft = '" + draft + "'), gen_random_uuid())");
    }

    private static String before(String network) {
        return SmallNetwork.text("select coalesce((select rules from rule_draft where network = '" + network
                + "' and state = 'approved' order by valid_from desc limit 1), $q$" + rules() + "$q$)");
    }

    private static String text(String name) {
        try (InputStream in = RuleDrafts.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
