package jp.toritsugi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;

/** What an administrator does in Keycloak's console, by the REST interface behind it. */
public final class KeycloakAdmin {
    private final Keycloak keycloak;

    KeycloakAdmin(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    /** Tokens, and with them sessions that are not renewed, live so long. */
    public void tokensLive(int seconds) {
        done(send("PUT", "", "{\"accessTokenLifespan\":%d}".formatted(seconds)));
    }

    public void enable(String user, boolean enabled) {
        done(send("PUT", "/users/" + id(user), "{\"enabled\":%b}".formatted(enabled)));
    }

    /** Ends every session of a person, as the button in the console does. */
    public void endSessions(String user) {
        done(send("POST", "/users/" + id(user) + "/logout", ""));
    }

    public int sessions(String user) {
        return JsonPath.from(send("GET", "/users/" + id(user) + "/sessions", "").body())
                .getList("$")
                .size();
    }

    public void forgetFailures() {
        done(send("DELETE", "/attack-detection/brute-force/users", ""));
    }

    /** Makes a person with a password and a role and nothing else. */
    public void create(String user, String password, String role) {
        done(send(
                "POST",
                "/users",
                """
                {"username":"%s","enabled":true,"credentials":[{"type":"password","value":"%s","temporary":false}]}"""
                        .formatted(user, password)));
        String asRole = send("GET", "/roles/" + role, "").body();
        done(send("POST", "/users/" + id(user) + "/role-mappings/realm", "[" + asRole + "]"));
    }

    /** Puts the client's role that asks for it into the role that everybody has, or takes it out. */
    public void askEverybodyForOneTimePassword(boolean asked) {
        String client = JsonPath.from(
                        send("GET", "/clients?clientId=toritsugi", "").body())
                .getString("[0].id");
        String role = send("GET", "/clients/" + client + "/roles/one-time-password", "")
                .body();
        done(send(asked ? "POST" : "DELETE", "/roles/default-roles-toritsugi/composites", "[" + role + "]"));
    }

    public HttpResponse<String> setPassword(String user, String password) {
        return send(
                "PUT",
                "/users/" + id(user) + "/reset-password",
                "{\"type\":\"password\",\"value\":\"%s\",\"temporary\":false}".formatted(password));
    }

    /** A program that has to do with some other application. */
    public void createForeignProgram(String client, String secret) {
        done(send(
                "POST",
                "/clients",
                """
                {"clientId":"%s","secret":"%s","serviceAccountsEnabled":true,"standardFlowEnabled":false}"""
                        .formatted(client, secret)));
    }

    /** A token of the administrators' own realm: same server, same person's hand, not for us. */
    public String token() {
        return JsonPath.from(Http.form(
                                URI.create(keycloak.address() + "/realms/master/protocol/openid-connect/token"),
                                Map.of(
                                        "grant_type",
                                        "password",
                                        "client_id",
                                        "admin-cli",
                                        "username",
                                        Keycloak.KEEPER,
                                        "password",
                                        Keycloak.KEEPER))
                        .body())
                .getString("access_token");
    }

    private String id(String user) {
        return JsonPath.from(
                        send("GET", "/users?exact=true&username=" + user, "").body())
                .getString("[0].id");
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return Http.json(method, URI.create(keycloak.address() + "/admin/realms/toritsugi" + path), token(), body);
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }
}
