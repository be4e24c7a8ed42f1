package jp.toritsugi.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginServerCheckTest {
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(
                "/good/.well-known/openid-configuration",
                "{\"authorization_endpoint\":\"x\",\"end_session_endpoint\":\"y\"}");
        answer("/endless/.well-known/openid-configuration", "{\"authorization_endpoint\":\"x\"}");
        answer("/other/.well-known/openid-configuration", "<html>");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_log_in_server_is_taken_with_or_without_a_slash() {
        assertThat(complaints("/good")).isEmpty();
        assertThat(complaints("/good/")).isEmpty();
    }

    @Test
    void another_kind_of_server_is_refused() {
        assertThat(complaints("/other")).singleElement().asString().contains("TORITSUGI_OIDC_URL", "OIDCサーバーではない");
        assertThat(complaints("/none")).singleElement().asString().contains("TORITSUGI_OIDC_URL", "HTTP 404");
    }

    @Test
    void a_server_one_cannot_log_out_of_is_refused() {
        assertThat(complaints("/endless"))
                .singleElement()
                .asString()
                .contains("TORITSUGI_OIDC_URL", "end_session_endpoint");
    }

    @Test
    void a_server_that_is_not_there_is_refused() {
        server.stop(0);
        assertThat(complaints("/good")).singleElement().asString().contains("TORITSUGI_OIDC_URL", "接続できません");
    }

    private void answer(String path, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private List<String> complaints(String path) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + path;
        return LoginServerCheck.complaints(
                SettingsCheckTest.settings(Map.of("toritsugi.oidc.url", url)).oidc());
    }
}
