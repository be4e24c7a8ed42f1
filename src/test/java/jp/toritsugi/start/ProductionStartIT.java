package jp.toritsugi.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import jp.toritsugi.demo.EmbeddedDatabase;
import jp.toritsugi.testing.PackagedApplication;
import jp.toritsugi.testing.SmallLoginServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProductionStartIT {
    private static final SmallLoginServer LOGIN = SmallLoginServer.start();
    private static Map<String, String> database;

    @BeforeAll
    static void database() {
        database = EmbeddedDatabase.start(new EmbeddedDatabase.Place(Path.of("target/it-database"), true, false))
                .settings();
    }

    @AfterAll
    static void stop() {
        LOGIN.close();
    }

    @Test
    void the_package_starts_on_an_empty_database_and_people_log_in() throws Exception {
        try (PackagedApplication application =
                PackagedApplication.start(PackagedApplication.settings(database, LOGIN))) {
            assertThat(get(application, "/q/health").body()).contains("\"status\": \"UP\"");
            HttpResponse<String> stranger = get(application, "/");
            assertThat(stranger.statusCode()).isEqualTo(302);
            assertThat(stranger.headers().firstValue("Location").orElseThrow()).startsWith(LOGIN.url() + "/authorize?");
            assertThat(get(application, "/api/v1/diagnoses").statusCode()).isEqualTo(401);
            // pages for developers are not there
            assertThat(get(application, "/q/swagger-ui").statusCode()).isEqualTo(404);
            assertThat(get(application, "/q/dev-ui").statusCode()).isEqualTo(404);
            // nobody declared a proxy, so nobody may speak for one
            assertThat(location(behindTls(application))).contains("redirect_uri=http%3A%2F%2F");
            assertThat(behindTls(application).headers().firstValue("Strict-Transport-Security"))
                    .isEmpty();

            owner(
                    "insert into network values ('02', '青森県事業承継ネットワーク')",
                    "insert into institution (network, code, name, type) values ('02', 'chamber-1', '第一商工会議所', 'chamber')",
                    "insert into member (user_name, network, institution, role, display_name)"
                            + " values ('first-officer', '02', 'chamber-1', 'officer', '最初 一郎')");
            LOGIN.letIn("first-officer", "officer");
            HttpClient browser = HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
            HttpResponse<String> home =
                    browser.send(HttpRequest.newBuilder(application.at("/")).build(), ofText());
            assertThat(home.statusCode()).isEqualTo(200);
            assertThat(home.body()).contains("最初 一郎", "第一商工会議所");
        }
    }

    @Test
    void the_start_script_puts_the_same_application_on_an_ordinary_class_path() throws Exception {
        Map<String, String> settings = new HashMap<>(PackagedApplication.settings(database, LOGIN));
        // nowhere: writing the archive would only take time here
        settings.put("TORITSUGI_SHARED_CLASSES", "/dev/null/nowhere");
        String port = freePort();
        settings.put("TORITSUGI_HTTP_PORT", port);
        settings.put("TORITSUGI_HTTP_PROXIED", "true");
        settings.put("TORITSUGI_HTTP_PROXIES", "127.0.0.1");
        settings.put("TORITSUGI_HTTP_ADDRESS", "https://127.0.0.1:" + port);
        try (PackagedApplication application = PackagedApplication.startByScript(settings)) {
            assertThat(get(application, "/q/health").body()).contains("\"status\": \"UP\"");
            assertThat(get(application, "/q/openapi").statusCode()).isEqualTo(200);
            HttpResponse<String> login = behindTls(application);
            assertThat(login.statusCode()).as(login.body()).isEqualTo(302);
            assertThat(location(login)).contains("redirect_uri=https%3A%2F%2F");
            assertThat(login.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
            assertThat(login.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                    .contains("; Secure", "; HTTPOnly"));
            assertThat(application.log()).doesNotContain("Exception", "IllegalAccess");
        }
    }

    @Test
    void all_missing_settings_are_named_and_nothing_else_is_said() throws Exception {
        var refused = PackagedApplication.refuse(Map.of());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.said().lines()).hasSize(10).noneMatch(line -> line.contains("Exception"));
        assertThat(refused.said())
                .contains(
                        "TORITSUGI_DB_URL ",
                        "TORITSUGI_DB_USER ",
                        "TORITSUGI_DB_PASSWORD ",
                        "TORITSUGI_DB_OWNER ",
                        "TORITSUGI_DB_OWNER_PASSWORD ",
                        "TORITSUGI_OIDC_URL ",
                        "TORITSUGI_OIDC_CLIENT ",
                        "TORITSUGI_OIDC_SECRET ",
                        "TORITSUGI_DUPLICATES_KEY ");
    }

    @Test
    void wrong_settings_of_both_servers_are_told_at_once() throws Exception {
        Map<String, String> settings = new HashMap<>(PackagedApplication.settings(database, LOGIN));
        settings.put("TORITSUGI_DB_USER", "postgres");
        settings.put("TORITSUGI_OIDC_URL", "http://127.0.0.1:1/realms/toritsugi");
        var refused = PackagedApplication.refuse(settings);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.said()).contains("TORITSUGI_DB_USER の役割にsuperuser", "TORITSUGI_OIDC_URL のOIDCサーバーに接続できません");
    }

    private static HttpResponse<String> behindTls(PackagedApplication application)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(application.at("/"))
                .header("X-Forwarded-Proto", "https")
                .build();
        return HttpClient.newHttpClient().send(request, ofText());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> get(PackagedApplication application, String path)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(application.at(path)).build(), ofText());
    }

    private static HttpResponse.BodyHandler<String> ofText() {
        return HttpResponse.BodyHandlers.ofString();
    }

    private static void owner(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.get("TORITSUGI_DB_URL"),
                        database.get("TORITSUGI_DB_OWNER"),
                        database.get("TORITSUGI_DB_OWNER_PASSWORD"));
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
