package jp.toritsugi.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Several people in one test: each request with a real token of the development log-in. */
public final class LoggedIn {
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private LoggedIn() {}

    /** A request in this person's name, as a program would send it. */
    public static RequestSpecification as(String user) {
        return given().auth().oauth2(token(user)).redirects().follow(false);
    }

    /** Fetched once a minute: a test that walks every address as everybody asks a few hundred times. */
    private static String token(String user) {
        String server = ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
        long minute = System.currentTimeMillis() / 60_000;
        return TOKENS.computeIfAbsent(server + " " + user + " " + minute, key -> fetch(user));
    }

    private static String fetch(String user) {
        var config = ConfigProvider.getConfig();
        return given().baseUri(config.getValue("quarkus.oidc.auth-server-url", String.class))
                .formParam("grant_type", "password")
                .formParam("username", user)
                .formParam("password", user)
                .formParam("client_id", "quarkus-app")
                .formParam("client_secret", config.getValue("quarkus.oidc.credentials.secret", String.class))
                .post("/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
