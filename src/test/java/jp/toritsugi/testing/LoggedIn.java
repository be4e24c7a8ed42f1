package jp.toritsugi.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.ConfigProvider;

/** Several people in one test: each request with a real token of the development log-in. */
public final class LoggedIn {
    private LoggedIn() {}

    /** A request in this person's name, as a program would send it. */
    public static RequestSpecification as(String user) {
        return given().auth().oauth2(token(user)).redirects().follow(false);
    }

    private static String token(String user) {
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
