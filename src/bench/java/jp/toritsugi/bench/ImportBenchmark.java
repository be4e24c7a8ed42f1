package jp.toritsugi.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** A file of a million lines sent and recorded, end to end, by an application with a 512 MB heap. */
final class ImportBenchmark {
    private static final int LINES = Integer.getInteger("bench.lines", 1_000_000);
    private static final int WARM_UP = 10_000;
    private static final String BOUNDARY = "toritsugi-benchmark";

    private ImportBenchmark() {}

    static void run() throws Exception {
        Say.title("Import, 512 MB heap");
        try (Stage stage = Stage.with("import")) {
            HttpResponse<String> first = send(stage, ImportFile.of(WARM_UP));
            if (first.statusCode() == 404) {
                Say.notMeasured("import: POST /api/v1/imports is not there");
                return;
            }
            Path file = ImportFile.of(LINES);
            long begin = System.nanoTime();
            HttpResponse<String> answer = send(stage, file);
            double seconds = (System.nanoTime() - begin) / 1e9;
            Say.line("answer %d: %s", answer.statusCode(), beginning(answer.body()));
            long recorded = recorded(stage);
            Say.line(
                    "%,d sheets recorded in %.1f s; resident %d MB",
                    recorded, seconds, stage.application.resident() >> 20);
            Say.verdict(
                    LINES / seconds >= 5000,
                    "import: %.0f lines a second, %,d lines (bar: 5000)",
                    LINES / seconds,
                    LINES);
            Say.verdict(
                    answer.statusCode() < 300 && recorded == LINES + WARM_UP,
                    "import: %,d lines within -Xmx512m, %,d sheets recorded",
                    LINES,
                    recorded);
        }
    }

    static HttpResponse<String> send(Stage stage, Path file) throws IOException, InterruptedException {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bench.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        HttpRequest request = HttpRequest.newBuilder(stage.application.at("/api/v1/imports?dryRun=false"))
                .header("Authorization", "Bearer " + stage.token)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .timeout(Duration.ofMinutes(30))
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")))
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static long recorded(Stage stage) throws Exception {
        try (var connection = stage.owner();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from diagnosis")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String beginning(String body) {
        return body.substring(0, Math.min(300, body.length()));
    }
}
