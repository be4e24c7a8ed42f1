package jp.toritsugi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.demo.EmbeddedDatabase;
import jp.toritsugi.testing.PackagedApplication;
import jp.toritsugi.testing.SmallLoginServer;

/** From the start of the process to ready, PostgreSQL being up: as {@code java -jar}, and as deploy/run.sh starts it. */
final class StartBenchmark {
    private static final int TIMES = 5;
    private static final long SETTLE_MILLIS = 3000;

    private StartBenchmark() {}

    static void run() throws IOException, InterruptedException {
        Say.title("Start");
        var database = EmbeddedDatabase.start(
                new EmbeddedDatabase.Place(Path.of("target", "bench", "database-start"), true, true));
        try (SmallLoginServer login = SmallLoginServer.start()) {
            var settings = PackagedApplication.settings(database.settings(), login);
            // The first start migrates an empty database.
            PackagedApplication.start(settings).close();
            measure("java -jar", () -> PackagedApplication.start(settings));
            Path archives = Path.of("target", "bench", "shared-classes");
            Files.createDirectories(archives);
            settings.put("TORITSUGI_SHARED_CLASSES", archives.toAbsolutePath().toString());
            // Its end writes the archive the next starts read.
            PackagedApplication.startByScript(settings).close();
            measure("deploy/run.sh", () -> PackagedApplication.startByScript(settings));
        }
    }

    private interface Starter {
        PackagedApplication start();
    }

    private static void measure(String how, Starter starter) throws IOException, InterruptedException {
        List<Long> millis = new ArrayList<>();
        List<Long> megabytes = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            try (PackagedApplication application = starter.start()) {
                millis.add(application.startTook().toMillis());
                Thread.sleep(SETTLE_MILLIS);
                megabytes.add(application.resident() >> 20);
            }
        }
        Say.line("%s: ready after %s ms, resident %s MB", how, millis, megabytes);
        long ready = middle(millis);
        long resident = middle(megabytes);
        Say.verdict(ready <= 5000, "start by %s: ready in %d ms, median of %d (bar: 5000)", how, ready, TIMES);
        Say.verdict(resident < 350, "start by %s: %d MB resident (bar: 350)", how, resident);
    }

    private static long middle(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
