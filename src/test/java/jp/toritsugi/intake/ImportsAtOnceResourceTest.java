package jp.toritsugi.intake;

import static jp.toritsugi.intake.ImportedFile.HEADER;
import static jp.toritsugi.intake.ImportedFile.line;
import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.access.WhoAsks;
import jp.toritsugi.lines.ImportFile;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** So many imports of one person at once and no more, however they are begun; and so many files at hand. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportsAtOnceResourceTest {
    private static final int MANY = 12;
    private static final Viewer OFFICER =
            new Viewer("minato-officer", "湊 一郎", "officer", "02", "青森県", "minato-cci", "みなと商工会議所", null);

    @Inject
    ImportRuns runs;

    @Inject
    RunFiles files;

    @Inject
    ImportRunner runner;

    @Inject
    WhoAsks who;

    @Test
    void of_many_files_sent_at_the_same_moment_three_are_begun() throws IOException {
        ImportFile file =
                runner.open(Files.writeString(Files.createTempFile("sent", ".csv"), HEADER + line("A-1", "りんご堂")));

        assertThat(begunAtOnce(i -> runs.begin(
                        new ImportRun(UUID.randomUUID(), OFFICER, "x", file, Order.CHECK, Instant.now()), OFFICER)))
                .isEqualTo(TooManyImports.MOST);
        assertThat(SmallNetwork.count("intake_run where state = 'checking'")).isEqualTo(TooManyImports.MOST);
    }

    @Test
    void of_many_checked_files_recorded_at_the_same_moment_three_are_begun() {
        String one = send("A-1").path("id");
        SmallNetwork.owner("insert into intake_run select (jsonb_populate_record(r, jsonb_build_object('id',"
                + " gen_random_uuid()))).* from intake_run r, generate_series(2, " + MANY + ")");
        List<UUID> checked =
                List.of(SmallNetwork.text("select string_agg(id::text, ',') from intake_run")
                                .split(","))
                        .stream()
                        .map(UUID::fromString)
                        .toList();
        assertThat(checked).hasSize(MANY).contains(UUID.fromString(one));

        assertThat(begunAtOnce(i -> runs.beginRecording(checked.get(i), Mode.GOOD_LINES, OFFICER)))
                .isEqualTo(TooManyImports.MOST);
        assertThat(SmallNetwork.count("intake_run where state = 'recording'")).isEqualTo(TooManyImports.MOST);

        SmallNetwork.owner(
                "update intake_run set state = 'checked'; update intake_run set state = 'recording' where id in"
                        + " (select id from intake_run where id <> '" + one + "' limit 3)");
        assertThat(record(one).statusCode()).isEqualTo(429);
    }

    @Test
    void of_one_checked_file_recorded_many_times_at_the_same_moment_one_is_begun() {
        UUID id = UUID.fromString(send("A-1").path("id"));

        assertThat(begunAtOnce(i -> runs.beginRecording(id, Mode.GOOD_LINES, OFFICER)))
                .isEqualTo(1);
    }

    @Test
    void of_many_files_at_hand_the_oldest_go_first() {
        List<String> sent = IntStream.range(0, MANY)
                .mapToObj(i -> send("A-" + i).<String>path("id"))
                .toList();

        assertThat(sent.stream().filter(id -> files.hasSource(UUID.fromString(id))))
                .hasSize(10)
                .contains(sent.get(MANY - 1));
        as("minato-officer")
                .get("/api/v1/imports/" + sent.get(0))
                .then()
                .statusCode(410)
                .body("type", equalTo("urn:toritsugi:problem:import-file-gone"));
        assertThat(record(sent.get(0)).statusCode()).isEqualTo(410);
        assertThat(record(sent.get(MANY - 1)).statusCode()).isEqualTo(303);
    }

    @Test
    void nobody_else_can_read_what_lies_at_hand_or_is_on_its_way() throws IOException {
        Path directory = files.of(UUID.fromString(send("A-1").path("id")));

        assertThat(permissions(directory)).isEqualTo("rwx------");
        assertThat(permissions(directory.getParent())).isEqualTo("rwx------");
        assertThat(permissions(directory.resolveSibling("uploads"))).isEqualTo("rwx------");
        try (var kept = Files.list(directory)) {
            assertThat(kept).hasSizeGreaterThan(2).allMatch(file -> permissions(file)
                    .equals("rw-------"));
        }
    }

    private int begunAtOnce(IntConsumer attempt) {
        ExecutorService people = Executors.newFixedThreadPool(MANY);
        try {
            List<CompletableFuture<Boolean>> attempts = IntStream.range(0, MANY)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> isBegun(attempt, i), people))
                    .toList();
            return (int) attempts.stream().filter(CompletableFuture::join).count();
        } finally {
            people.shutdown();
        }
    }

    private boolean isBegun(IntConsumer attempt, int i) {
        try {
            return who.inTheNameOf(OFFICER, () -> {
                attempt.accept(i);
                return true;
            });
        } catch (TooManyImports | ImportNotReady refused) {
            return false;
        }
    }

    private static Response send(String number) {
        byte[] file = (HEADER + line(number, "りんご堂")).getBytes(StandardCharsets.UTF_8);
        return as("minato-officer")
                .multiPart("file", "shindan.csv", file, "text/csv")
                .post("/api/v1/imports?dryRun=true");
    }

    private static Response record(String id) {
        return as("minato-officer")
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("mode", "good-lines")
                .post("/imports/" + id + "/recording");
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
