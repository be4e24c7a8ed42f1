package jp.toritsugi.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import jp.toritsugi.access.WhoAsks;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with the owner's password edits the past: each way of doing so is found, and where. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TrailVerificationResourceTest {
    private static final int ENTRIES = 8;

    /** Hashes chain 0 anew from its beginning and puts its head right, as a thorough forger would. */
    private static final String FORGE =
            """
            do $$ declare link trail; before bytea := trail_ground(0); begin
              for link in select * from trail where chain = 0 order by position loop
                before := sha256(before || convert_to(trail_text(link), 'UTF8'));
                update trail set hash = before where id = link.id;
              end loop;
              update trail_head h set position = (select max(position) from trail where chain = 0), hash = before where chain = 0;
            end $$;""";

    @Inject
    TrailVerifier verifier;

    @Inject
    TrailVerification verification;

    @Inject
    Trail trail;

    @Inject
    WhoAsks who;

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    @Test
    void what_nobody_touched_is_whole() {
        write(ENTRIES);

        Finding finding = verifier.verify();

        assertThat(finding.broken()).isEmpty();
        assertThat(finding.entries()).isEqualTo(ENTRIES);
        assertThat(finding.heads()).containsOnlyKeys("0");
    }

    @Test
    void any_column_of_a_past_row_that_is_edited_is_named() throws SQLException {
        Map<String, String> edits = Map.ofEntries(
                Map.entry("at", "at + interval '1 microsecond'"),
                Map.entry("network", "'05'"),
                Map.entry("actor", "'ringo-officer'"),
                Map.entry("actor_name", "null"),
                Map.entry("actor_role", "'manager'"),
                Map.entry("actor_institution", "'ringo-bank'"),
                Map.entry("action", "'listed'"),
                Map.entry("subject_kind", "'report'"),
                Map.entry("subject", "subject || 'x'"),
                Map.entry("institution", "'ringo-bank'"),
                Map.entry("details", "details || '{\"revision\": 2}'"),
                Map.entry("hash", "sha256(hash)"));
        for (var edit : edits.entrySet()) {
            write(ENTRIES);
            long third = id(3);
            tamper("update trail set " + edit.getKey() + " = " + edit.getValue() + " where id = " + third);
            assertThat(verifier.verify().broken())
                    .as(edit.getKey())
                    .containsExactly(new BrokenLink(0, 3, third, "changed"));
            startAnew();
        }
    }

    @Test
    void a_row_deleted_inserted_swapped_or_cut_off_is_named() throws SQLException {
        write(ENTRIES);
        long fourth = id(4);
        tamper("delete from trail where position = 3");
        assertThat(verifier.verify().broken()).containsExactly(new BrokenLink(0, 3, fourth, "missing"));

        startAnew();
        write(ENTRIES);
        long sixth = id(6);
        tamper("update trail set position = -position where position > 5;"
                + " update trail set position = 1 - position where position < 0;"
                + " insert into trail (chain, position, at, network, action, subject_kind, hash)"
                + " values (0, 6, now(), '02', 'viewed', 'diagnosis', sha256('x'))");
        assertThat(verifier.verify().broken()).singleElement().satisfies(link -> {
            assertThat(link.position()).isEqualTo(6);
            assertThat(link.entry()).isNotEqualTo(sixth);
        });

        startAnew();
        write(ENTRIES);
        long fifth = id(5);
        tamper("update trail set position = 0 where position = 2; update trail set position = 2 where position = 5;"
                + " update trail set position = 5 where position = 0");
        assertThat(verifier.verify().broken()).containsExactly(new BrokenLink(0, 2, fifth, "changed"));

        startAnew();
        write(ENTRIES);
        tamper("delete from trail where position > 6");
        assertThat(verifier.verify().broken()).containsExactly(new BrokenLink(0, 7, null, "cut"));

        startAnew();
        write(ENTRIES);
        tamper("update trail set chain = 64 where position = 8");
        assertThat(verifier.verify().broken()).extracting(BrokenLink::fault).containsExactlyInAnyOrder("cut", "stray");
    }

    @Test
    void a_chain_rewritten_from_end_to_end_is_found_by_the_anchor() throws SQLException {
        write(ENTRIES);
        verification.atNight();
        write(2);
        assertThat(verifier.verify().isWhole()).isTrue();

        long eighth = id(8);
        tamper("update trail set actor = 'ringo-officer' where position = 3; " + FORGE);

        assertThat(verifier.verify().broken()).containsExactly(new BrokenLink(0, 8, eighth, BrokenLink.ANCHOR));
    }

    @Test
    void an_end_cut_off_with_its_head_is_found_by_the_anchor() throws SQLException {
        write(ENTRIES);
        Finding before = verifier.verify();
        tamper("delete from trail where position > 6; " + FORGE);
        assertThat(verifier.verify().isWhole()).isTrue();

        tamper(
                "insert into trail (chain, position, at, network, action, subject_kind, details, hash) values (1, 1, now(),"
                        + " '02', 'verified', 'trail', '{\"heads\": {\"0\": \""
                        + before.heads().get("0") + "\"}}', '')");
        assertThat(verifier.verify().broken()).contains(new BrokenLink(0, 8, null, BrokenLink.ANCHOR));
    }

    @Test
    void one_who_forges_the_anchors_as_well_is_found_by_the_copy_outside(@TempDir Path outside) throws SQLException {
        AnchorFile file = new AnchorFile(settings(outside.resolve("anchors")), json);
        TrailVerifier withFile = new TrailVerifier(database, file, json);
        write(ENTRIES);
        file.add(Instant.now(), withFile.verify());
        write(1);
        assertThat(withFile.verify().isWhole()).isTrue();

        tamper("update trail set actor = 'ringo-officer' where position = 3; " + FORGE);

        assertThat(verifier.verify().isWhole()).isTrue();
        assertThat(withFile.verify().broken()).containsExactly(new BrokenLink(0, 8, id(8), BrokenLink.ANCHOR));
    }

    @Test
    void the_application_itself_can_only_append() throws SQLException {
        write(1);
        for (String attempt : List.of(
                "update trail set actor = 'x'",
                "delete from trail",
                "truncate trail",
                "alter table trail disable trigger trail_chain",
                "drop trigger trail_stays on trail",
                "select * from trail_head",
                "update trail_head set position = 0",
                "insert into trail (chain, position, at, action, subject_kind, hash) values (0, 9, now(), 'x', 'x', '')")) {
            assertThatThrownBy(() -> SmallNetwork.application(attempt))
                    .as(attempt)
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching(".*(permission denied|must be owner).*");
        }
        assertThat(verifier.verify().isWhole()).isTrue();
    }

    @Test
    void many_who_write_at_once_keep_every_chain_whole() throws Exception {
        var writers = Executors.newFixedThreadPool(8);
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            work.add(() -> {
                write(15);
                return null;
            });
        }
        for (var done : writers.invokeAll(work)) {
            done.get();
        }
        writers.shutdown();

        Finding finding = verifier.verify();
        assertThat(finding.broken()).isEmpty();
        assertThat(finding.entries()).isEqualTo(8 * 15);
    }

    @Test
    void every_networks_auditor_is_told_in_the_morning() throws SQLException {
        write(3);
        verification.atNight();

        assertThat(text(
                        "select string_agg(network || ' ' || actor_name || ' ' || (details ->> 'result'), ',' order by network)"
                                + " from trail where action = 'verified'"))
                .isEqualTo("02 夜間の検証 whole,05 夜間の検証 whole");
        assertThat(verifier.verify().isWhole()).isTrue();
    }

    @Test
    void the_operators_script_names_the_first_broken_link_and_fails() throws Exception {
        write(ENTRIES);
        assertThat(script()).isEqualTo("0 The trail is whole: 8 entries");

        long third = id(3);
        tamper("update trail set actor = 'ringo-officer' where position = 3");
        assertThat(script()).isEqualTo("1 The trail is broken:\nchain 0 position 3 entry " + third + ": changed");
    }

    private static String script() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(bin -> Files.isExecutable(Path.of(bin, "psql"))),
                "psql is not installed");
        var config = ConfigProvider.getConfig();
        URI url = URI.create(config.getValue("TORITSUGI_DB_URL", String.class).substring("jdbc:".length()));
        ProcessBuilder builder = new ProcessBuilder("deploy/database/verify-trail.sh").redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "PGHOST", url.getHost(),
                        "PGPORT", Integer.toString(url.getPort()),
                        "PGDATABASE", url.getPath().substring(1),
                        "PGUSER", config.getValue("TORITSUGI_DB_USER", String.class),
                        "PGPASSWORD", config.getValue("TORITSUGI_DB_PASSWORD", String.class)));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() + " " + said;
    }

    private static TrailSettings settings(Path anchors) {
        return new TrailSettings() {
            @Override
            public Optional<Path> anchors() {
                return Optional.of(anchors);
            }

            @Override
            public String verification() {
                return "";
            }
        };
    }

    private void write(int entries) {
        for (int i = 0; i < entries; i++) {
            TrailEvent viewed = TrailEvent.of(Action.VIEWED, "diagnosis", "case-" + i, "minato-cci")
                    .with("revision", 1);
            who.inTheNameOf(Traces.OFFICER, () -> {
                trail.writeApart(viewed, Traces.OFFICER);
                return null;
            });
        }
    }

    private static void startAnew() {
        SmallNetwork.owner("truncate trail; update trail_head set position = 0, hash = trail_ground(chain)");
    }

    private static void tamper(String sql) {
        SmallNetwork.owner("alter table trail disable trigger user");
        try {
            SmallNetwork.owner(sql);
        } finally {
            SmallNetwork.owner("alter table trail enable trigger user");
        }
    }

    private static long id(int position) throws SQLException {
        return Long.parseLong(text("select id from trail where chain = 0 and position = " + position));
    }

    private static String text(String sql) throws SQLException {
        try (var owner = SmallNetwork.owner();
                var row = owner.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
