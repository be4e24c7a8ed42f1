package jp.toritsugi.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Two coordinators take the same case at the same moment, over HTTP: exactly one gets it, every time. */
final class RaceBenchmark {
    private static final int RACES = Integer.getInteger("bench.races", 10_000);

    private RaceBenchmark() {}

    static void run() throws Exception {
        Say.title("Two coordinators take the same case, " + RACES + " races over HTTP");
        try (Stage stage = Stage.with("race")) {
            ManyCases.houses(stage);
            ManyCases.add(stage, 1, RACES);
            ManyCases.allInReview(stage);
            race(stage);
        }
    }

    private static void race(Stage stage) throws Exception {
        String first = stage.login.token("coordinator", "coordinator");
        String second = stage.login.token("second-coordinator", "coordinator");
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        int oneWinner = 0;
        int firstWins = 0;
        long begin = System.nanoTime();
        for (String id : ids(stage)) {
            CompletableFuture<Integer> one = take(client, stage, id, first);
            CompletableFuture<Integer> other = take(client, stage, id, second);
            int a = one.get();
            int b = other.get();
            oneWinner += a == 200 && b == 409 || a == 409 && b == 200 ? 1 : 0;
            firstWins += a == 200 ? 1 : 0;
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        long entries = count(stage, "select count(*) from case_entry where kind = 'take'");
        long cases = count(stage, "select count(distinct diagnosis) from case_entry where kind = 'take'");
        Say.line("%d races in %.0f s; the first to be sent won %d", RACES, seconds, firstWins);
        Say.verdict(
                oneWinner == RACES && entries == RACES && cases == RACES,
                "exactly one winner in %d of %d races; %d lines in the timelines of %d cases",
                oneWinner,
                RACES,
                entries,
                cases);
    }

    private static CompletableFuture<Integer> take(HttpClient client, Stage stage, String id, String token) {
        HttpRequest request = HttpRequest.newBuilder(stage.application.at("/api/v1/cases/" + id + "/take"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    private static List<String> ids(Stage stage) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (var connection = stage.owner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select diagnosis from case_file")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private static long count(Stage stage, String sql) throws SQLException {
        try (var connection = stage.owner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
