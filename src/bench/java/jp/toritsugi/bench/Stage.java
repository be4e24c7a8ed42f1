package jp.toritsugi.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import jp.toritsugi.demo.EmbeddedDatabase;
import jp.toritsugi.demo.SheetsToSend;
import jp.toritsugi.testing.PackagedApplication;
import jp.toritsugi.testing.SmallLoginServer;

/** A durable database, a log-in server and the packaged application as deploy/run.sh starts it (512 MB heap). */
final class Stage implements AutoCloseable {
    final SmallLoginServer login = SmallLoginServer.start();
    final Map<String, String> database;
    final PackagedApplication application;
    String token;

    private Stage(String name, boolean limits) {
        database = EmbeddedDatabase.start(
                        new EmbeddedDatabase.Place(Path.of("target", "bench", "database-" + name), true, true))
                .settings();
        Map<String, String> settings = PackagedApplication.settings(database, login);
        // one person sends what a whole network does
        List.of("REQUESTS", "SEARCHES", "STRANGERS").forEach(limit -> settings.put("TORITSUGI_RATE_" + limit, "0"));
        if (!limits) {
            List.of("AT_ONCE", "SEARCHES").forEach(limit -> settings.put("TORITSUGI_DOOR_" + limit, "0"));
        }
        application = PackagedApplication.startByScript(settings);
        actAs("coordinator", "coordinator");
    }

    static Stage with(String name) throws SQLException {
        return filled(new Stage(name, false));
    }

    /** As in production, what one person may do at once included. */
    static Stage withLimits(String name) throws SQLException {
        return filled(new Stage(name, true));
    }

    private static Stage filled(Stage stage) throws SQLException {
        stage.owner(SheetsToSend.network());
        return stage;
    }

    /** Whose requests the next ones are. */
    void actAs(String user, String role) {
        token = login.token(user, role);
    }

    Connection owner() throws SQLException {
        return DriverManager.getConnection(
                database.get("TORITSUGI_DB_URL"),
                database.get("TORITSUGI_DB_OWNER"),
                database.get("TORITSUGI_DB_OWNER_PASSWORD"));
    }

    void owner(String sql) throws SQLException {
        try (Connection connection = owner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** An answer; its body was read to the end. */
    record Answer(int status, String body) {}

    /** One request over one of the kept connections. */
    Answer send(String method, String path, byte[] body) throws IOException {
        return send(method, path, body, "application/json");
    }

    private Answer send(String method, String path, byte[] body, String accept) throws IOException {
        URI uri = application.at(path);
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        connection.setRequestProperty("Accept", accept);
        if (body != null) {
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    Answer get(String path) throws IOException {
        return send("GET", path, null);
    }

    /** What a browser would ask for. */
    Answer page(String path) throws IOException {
        return send("GET", path, null, "text/html");
    }

    @Override
    public void close() {
        application.close();
        login.close();
    }
}
