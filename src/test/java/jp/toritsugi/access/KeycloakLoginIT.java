package jp.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.toritsugi.testing.Browser;
import jp.toritsugi.testing.Http;
import jp.toritsugi.testing.Installation;
import jp.toritsugi.testing.KeycloakAdmin;
import jp.toritsugi.testing.TrailEntries;
import jp.toritsugi.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming in and going out at a browser: the real Keycloak with the realm of {@code deploy/keycloak}, and the package. */
class KeycloakLoginIT {
    private static Browser browser;
    private static Installation installation;
    private static KeycloakAdmin admin;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        installation = Installation.start();
        admin = installation.keycloak().admin();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void every_demonstration_person_logs_in_and_only_four_roles_are_asked_for_a_one_time_password() {
        Map<String, Boolean> people = Map.of(
                "minato-officer", false,
                "minato-manager", true,
                "ringo-officer", false,
                "hotate-officer", false,
                "center-consultant", false,
                "pref-analyst", false,
                "coordinator", true,
                "auditor", true,
                "admin", true);
        people.forEach((user, second) -> {
            TrailEntries trail = installation.trailFromNow();
            Visitor visitor = visitor().loggedIn(user, "/");
            assertThat(visitor.otp().count()).as(user).isEqualTo(second ? 1 : 0);
            if (second) {
                visitor.oneTimePassword(user);
            }
            visitor.isAt("/", user);
            trail.areThere(1, "logged-in", user);
        });
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void one_setting_asks_everybody_for_a_one_time_password() {
        admin.askEverybodyForOneTimePassword(true);
        try {
            Page page = visitor()
                    .open("/")
                    .password("ringo-officer", "ringo-officer")
                    .page();
            assertThat(page.locator("#kc-totp-secret-qr-code").count()).isEqualTo(1);
        } finally {
            admin.askEverybodyForOneTimePassword(false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "coordinator", "auditor", "admin"})
    void somebody_new_in_a_role_that_sees_much_must_set_up_the_telephone_first(String role) {
        admin.create("new-" + role, "ringo-no-hana-saku", role);
        Page page = visitor()
                .open("/")
                .password("new-" + role, "ringo-no-hana-saku")
                .page();
        assertThat(page.url()).startsWith(installation.keycloak().issuer());
        assertThat(page.locator("#kc-totp-secret-qr-code").count()).isEqualTo(1);
    }

    @Test
    void wrong_passwords_are_refused_in_japanese_and_soon_the_right_one_too() {
        Visitor visitor = visitor().open("/");
        try {
            for (int i = 0; i < 5; i++) {
                visitor.password("hotate-officer", "wrong");
                assertThat(visitor.page().locator("#input-error-username").innerText())
                        .contains("無効なユーザー名またはパスワード");
            }
            visitor.password("hotate-officer", "hotate-officer").isAskedToLogIn();
        } finally {
            admin.forgetFailures();
        }
        visitor.password("hotate-officer", "hotate-officer").isAt("/", "hotate-officer");
    }

    @Test
    void logging_out_ends_both_sessions() {
        TrailEntries trail = installation.trailFromNow();
        admin.endSessions("hotate-officer");
        Visitor visitor = visitor().loggedIn("hotate-officer", "/diagnoses?leaf=A");
        visitor.isAt("/diagnoses?leaf=A", "hotate-officer");
        String session = visitor.sessionValue();
        assertThat(admin.sessions("hotate-officer")).isEqualTo(1);
        List<String> addresses = Collections.synchronizedList(new ArrayList<>());
        visitor.page().onRequest(request -> addresses.add(request.url()));
        visitor.page().locator("a[href='/logout']").click();

        visitor.isAskedToLogIn();
        assertThat(admin.sessions("hotate-officer")).isZero();
        trail.areThere(1, "logged-out", "hotate-officer");
        assertThat(addresses).anyMatch(address -> address.contains("/logout"));
        assertThat(addresses).noneMatch(address -> address.contains("id_token") || address.contains("eyJ"));
        assertThat(browser.complaints()).isEmpty();
        visitor.open("/diagnoses").isAskedToLogIn();
        // somebody who copied the cookie before
        visitor.plant(session);
        assertThat(visitor.status("/diagnoses")).isEqualTo(302);
    }

    @Test
    void the_id_token_opens_nothing_and_stands_in_no_address() {
        Visitor visitor = visitor().loggedIn("hotate-officer", "/");
        APIResponse leaving = visitor.page()
                .request()
                .get(installation.address() + "/logout", RequestOptions.create().setMaxRedirects(0));
        Matcher token = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+")
                .matcher(leaving.text() + leaving.headers().getOrDefault("location", ""));
        assertThat(token.find()).isTrue();
        assertThat(leaving.headers().getOrDefault("location", "")).doesNotContain("eyJ");
        assertThat(Http.get(installation.application().at("/api/v1/session"), token.group())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void logging_out_when_our_session_is_gone_still_ends_the_other_and_waits_for_no_one() {
        admin.endSessions("hotate-officer");
        Visitor visitor = visitor().loggedIn("hotate-officer", "/");
        visitor.loseOurSession();
        visitor.page().locator("a[href='/logout']").click();
        // without our word for whose session it is, Keycloak asks
        visitor.page().locator("#kc-logout").click();
        visitor.isAskedToLogIn();
        assertThat(admin.sessions("hotate-officer")).isZero();
        visitor.password("ringo-officer", "ringo-officer").isAt("/", "ringo-officer");
    }

    @Test
    void a_session_planted_before_the_log_in_is_worth_nothing_after_it() {
        Visitor visitor = visitor();
        visitor.plant("planted-by-somebody-who-waits");
        visitor.loggedIn("minato-officer", "/").isAt("/", "minato-officer");
        String session = visitor.sessionValue();
        assertThat(session).doesNotContain("planted");
        assertThat(visitor.session()).allSatisfy(cookie -> {
            assertThat(cookie.httpOnly).as(cookie.name).isTrue();
            assertThat(cookie.sameSite.name()).as(cookie.name).isEqualTo("LAX");
        });

        // Keycloak still knows the person; we make a new session all the same
        visitor.loseOurSession();
        visitor.open("/").isAt("/", "minato-officer");
        assertThat(visitor.sessionValue()).isNotEqualTo(session);
    }

    @Test
    void a_log_in_that_was_begun_elsewhere_cannot_be_finished_here() {
        Visitor visitor = visitor().open("/");
        assertThat(visitor.status("/login/callback?code=of-somebody&state=of-somebody"))
                .isEqualTo(404);
        assertThat(visitor.session()).isEmpty();
        visitor.open("/").isAskedToLogIn();
    }

    private static Visitor visitor() {
        return installation.visitor(browser);
    }
}
