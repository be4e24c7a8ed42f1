package jp.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.smallrye.jwt.build.Jwt;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import jp.toritsugi.testing.Browser;
import jp.toritsugi.testing.Http;
import jp.toritsugi.testing.Installation;
import jp.toritsugi.testing.Keycloak;
import jp.toritsugi.testing.KeycloakAdmin;
import jp.toritsugi.testing.TrailEntries;
import jp.toritsugi.testing.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Programs with a token of the real Keycloak, and those that only look as if they had one. */
class KeycloakTokenIT {
    private static Installation installation;
    private static KeycloakAdmin admin;

    @BeforeAll
    static void start() {
        installation = Installation.start();
        admin = installation.keycloak().admin();
    }

    @Test
    void a_program_with_its_own_token_works_as_the_member_it_is_in_the_register() {
        HttpResponse<String> session = call("/api/v1/session", ownToken());
        assertThat(session.statusCode()).isEqualTo(200);
        JsonPath who = JsonPath.from(session.body());
        assertThat(who.getString("userName")).isEqualTo("service-account-toritsugi-api");
        assertThat(who.getString("role")).isEqualTo("officer");
        assertThat(who.getString("institution")).isEqualTo("minato-cci");

        HttpResponse<String> recorded = Http.json(
                "PUT",
                installation.application().at("/api/v1/diagnoses/7f2d6e0a-4a0f-4c5b-9a39-3f1d4f6c2b11"),
                ownToken(),
                """
                {"questionnaire":"succession-diagnosis/2016","interviewedOn":"2019-10-15","enterprise":{"name":"株式会社りんご堂"},
                "answers":{"Q1":"yes","Q2":"no","Q8":"no"}}""");
        assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(201);
        assertThat(JsonPath.from(recorded.body()).getString("institution")).isEqualTo("minato-cci");
    }

    @Test
    void nobody_gets_a_token_for_a_password_alone() {
        for (Map.Entry<String, String> client : Map.of(
                        Keycloak.CLIENT, Keycloak.SECRET, Keycloak.API_CLIENT, Keycloak.API_SECRET)
                .entrySet()) {
            HttpResponse<String> answer = token(Map.of(
                    "grant_type", "password",
                    "client_id", client.getKey(),
                    "client_secret", client.getValue(),
                    "username", "minato-officer",
                    "password", "minato-officer"));
            assertThat(JsonPath.from(answer.body()).getString("error")).isEqualTo("unauthorized_client");
        }
    }

    @Test
    void a_person_allows_a_program_by_the_browser_and_its_token_can_be_renewed() {
        JsonPath device = JsonPath.from(Http.form(
                        endpoint("/auth/device"),
                        Map.of("client_id", Keycloak.API_CLIENT, "client_secret", Keycloak.API_SECRET))
                .body());
        try (Browser browser = Browser.start()) {
            Visitor visitor = installation.visitor(browser);
            visitor.page().navigate(device.getString("verification_uri_complete"));
            visitor.password("ringo-officer", "ringo-officer");
            visitor.page().locator("[name=accept]").click();
            visitor.page().waitForLoadState();
        }
        JsonPath tokens = tokens(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "device_code",
                device.getString("device_code"),
                "client_id",
                Keycloak.API_CLIENT,
                "client_secret",
                Keycloak.API_SECRET));
        assertThat(userName(tokens)).isEqualTo("ringo-officer");

        JsonPath renewed = tokens(Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.getString("refresh_token"),
                "client_id",
                Keycloak.API_CLIENT,
                "client_secret",
                Keycloak.API_SECRET));
        assertThat(renewed.getString("access_token")).isNotEqualTo(tokens.getString("access_token"));
        assertThat(userName(renewed)).isEqualTo("ringo-officer");
    }

    @Test
    void a_token_kept_aside_is_no_longer_good_once_its_session_has_ended() throws InterruptedException {
        try (Browser browser = Browser.start()) {
            Visitor visitor = installation.visitor(browser);
            visitor.loggedIn("hotate-officer", "/").isAt("/", "hotate-officer");
            JsonPath device = JsonPath.from(Http.form(
                            endpoint("/auth/device"),
                            Map.of("client_id", Keycloak.API_CLIENT, "client_secret", Keycloak.API_SECRET))
                    .body());
            visitor.page().navigate(device.getString("verification_uri_complete"));
            visitor.page().locator("[name=accept]").click();
            visitor.page().waitForLoadState();
            JsonPath tokens = tokens(Map.of(
                    "grant_type",
                    "urn:ietf:params:oauth:grant-type:device_code",
                    "device_code",
                    device.getString("device_code"),
                    "client_id",
                    Keycloak.API_CLIENT,
                    "client_secret",
                    Keycloak.API_SECRET));
            assertThat(userName(tokens)).isEqualTo("hotate-officer");
            admin.endSessions("hotate-officer");
            for (int i = 0; i < 100 && status(tokens) == 200; i++) {
                Thread.sleep(50);
            }
            assertThat(status(tokens)).isEqualTo(401);
        }
    }

    private static int status(JsonPath tokens) {
        return call("/api/v1/session", tokens.getString("access_token")).statusCode();
    }

    @Test
    void passwords_that_are_short_or_hold_the_user_name_are_refused() {
        assertThat(admin.setPassword("ringo-officer", "mijikai").statusCode()).isEqualTo(400);
        assertThat(admin.setPassword("ringo-officer", "ringo-officer-2019").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_forged_token_opens_nothing_and_stays_in_the_trail() throws GeneralSecurityException {
        TrailEntries trail = installation.trailFromNow();
        String good = ownToken();
        String[] parts = good.split("\\.");
        refused("no algorithm", part("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".");
        refused("no algorithm, old signature", part("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2]);
        String another = text(parts[1]).replace("\"officer\"", "\"coordinator\"");
        assertThat(another).isNotEqualTo(text(parts[1]));
        refused("another role", parts[0] + "." + part(another) + "." + parts[2]);
        refused("no signature", parts[0] + "." + parts[1] + ".");
        refused("another key", signedByAnotherKey(JsonPath.from(text(parts[0])).getString("kid")));
        refused("secret as key", signedBySecret(JsonPath.from(text(parts[0])).getString("kid")));
        refused("not a token", "x.y.z");
        assertThat(call("/api/v1/session", good).statusCode()).isEqualTo(200);
        trail.refusedStrangers(7);
    }

    @Test
    void a_true_token_for_somebody_else_opens_nothing() {
        TrailEntries trail = installation.trailFromNow();
        refused("another realm", admin.token());
        admin.createForeignProgram("bookkeeping", "a-secret-of-another-application");
        refused("another application", accessToken("bookkeeping", "a-secret-of-another-application"));
        // signed by the right key, under another name of the server
        URI elsewhere = URI.create(endpoint("/token").toString().replace("127.0.0.1", "localhost"));
        String token = JsonPath.from(Http.form(elsewhere, program(Keycloak.API_CLIENT, Keycloak.API_SECRET))
                        .body())
                .getString("access_token");
        assertThat(JsonPath.from(text(token.split("\\.")[1])).getString("iss")).contains("localhost");
        refused("another issuer", token);
        trail.refusedStrangers(3);
    }

    @Test
    void a_token_that_has_run_out_opens_nothing() throws InterruptedException {
        TrailEntries trail = installation.trailFromNow();
        admin.tokensLive(1);
        try {
            String token = ownToken();
            Thread.sleep(2500);
            refused("run out", token);
        } finally {
            admin.tokensLive(300);
        }
        trail.refusedStrangers(1);
    }

    private static void refused(String how, String token) {
        HttpResponse<String> answer = call("/api/v1/session", token);
        assertThat(answer.statusCode()).as(how).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).as(how).hasValue("application/problem+json");
        assertThat(JsonPath.from(answer.body()).getString("type"))
                .as(how)
                .isEqualTo("urn:toritsugi:problem:not-logged-in");
    }

    private static String signedByAnotherKey(String kid) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return Jwt.issuer(installation.keycloak().issuer())
                .subject("coordinator")
                .preferredUserName("coordinator")
                .audience(Keycloak.CLIENT)
                .groups("coordinator")
                .expiresIn(Duration.ofMinutes(5))
                .jws()
                .keyId(kid)
                .sign(generator.generateKeyPair().getPrivate());
    }

    private static String signedBySecret(String kid) {
        return Jwt.issuer(installation.keycloak().issuer())
                .preferredUserName("coordinator")
                .audience(Keycloak.CLIENT)
                .groups("coordinator")
                .expiresIn(Duration.ofMinutes(5))
                .jws()
                .keyId(kid)
                .signWithSecret(Keycloak.SECRET);
    }

    private static String ownToken() {
        return accessToken(Keycloak.API_CLIENT, Keycloak.API_SECRET);
    }

    private static String accessToken(String client, String secret) {
        return tokens(program(client, secret)).getString("access_token");
    }

    private static Map<String, String> program(String client, String secret) {
        return Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret);
    }

    private static JsonPath tokens(Map<String, String> fields) {
        HttpResponse<String> answer = token(fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonPath.from(answer.body());
    }

    private static HttpResponse<String> token(Map<String, String> fields) {
        return Http.form(endpoint("/token"), fields);
    }

    private static URI endpoint(String path) {
        return URI.create(installation.keycloak().issuer() + "/protocol/openid-connect" + path);
    }

    private static String userName(JsonPath tokens) {
        return JsonPath.from(call("/api/v1/session", tokens.getString("access_token"))
                        .body())
                .getString("userName");
    }

    private static HttpResponse<String> call(String path, String token) {
        return Http.get(installation.application().at(path), token);
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
