package jp.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.toritsugi.testing.Browser;
import jp.toritsugi.testing.Installation;
import jp.toritsugi.testing.KeycloakAdmin;
import jp.toritsugi.testing.OneTimePassword;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People at a browser, the real Keycloak with the realm of {@code deploy/keycloak}, and the package. */
class KeycloakLoginIT {
    /** Of the demonstration people's telephones. */
    private static final byte[] SECRET = "toritsugi-demonstration".getBytes(StandardCharsets.US_ASCII);

    private static Installation installation;
    private static KeycloakAdmin admin;

    private Browser browser;

    @BeforeAll
    static void start() {
        installation = Installation.start();
        admin = installation.keycloak().admin();
    }

    @BeforeEach
    void open() {
        browser = Browser.start();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void every_demonstration_person_logs_in_and_only_three_roles_are_asked_for_a_one_time_password() {
        Map<String, Boolean> people = Map.of(
                "minato-officer", false,
                "minato-manager", false,
                "ringo-officer", false,
                "hotate-officer", false,
                "center-consultant", false,
                "pref-analyst", false,
                "coordinator", true,
                "auditor", true,
                "admin", true);
        people.forEach((user, second) -> {
            try (Browser own = Browser.start()) {
                Page page = own.page();
                page.navigate(installation.address());
                password(page, user, user);
                assertThat(page.locator("#otp").count()).as(user).isEqualTo(second ? 1 : 0);
                if (second) {
                    oneTimePassword(page, user);
                }
                assertThat(page.locator(".person").getAttribute("data-user")).isEqualTo(user);
                assertThat(page.locator("h1").count()).as(user).isEqualTo(1);
                assertThat(own.complaints()).as(user).isEmpty();
            }
        });
    }

    @Test
    void a_new_coordinator_must_set_up_the_telephone_first() {
        admin.create("new-coordinator", "ringo-no-hana-saku", "coordinator");
        Page page = browser.page();
        page.navigate(installation.address());
        password(page, "new-coordinator", "ringo-no-hana-saku");
        assertThat(page.url()).startsWith(installation.keycloak().issuer());
        assertThat(page.locator("#kc-totp-secret-qr-code").count()).isEqualTo(1);
    }

    @Test
    void wrong_passwords_are_refused_in_japanese_and_soon_the_right_one_too() {
        Page page = browser.page();
        page.navigate(installation.address());
        try {
            for (int i = 0; i < 5; i++) {
                password(page, "hotate-officer", "wrong");
                assertThat(page.locator("#input-error").innerText()).contains("無効なユーザー名またはパスワード");
            }
            password(page, "hotate-officer", "hotate-officer");
            assertThat(page.url()).startsWith(installation.keycloak().issuer());
        } finally {
            admin.forgetFailures();
        }
        password(page, "hotate-officer", "hotate-officer");
        assertThat(page.url()).isEqualTo(installation.address() + "/");
    }

    @Test
    void logging_out_ends_both_sessions() {
        Page page = loggedIn("minato-manager", "/diagnoses?leaf=A");
        assertThat(page.url()).isEqualTo(installation.address() + "/diagnoses?leaf=A");
        assertThat(admin.sessions("minato-manager")).isEqualTo(1);
        page.locator("a[href='/logout']").click();

        assertThat(page.locator("#password").count()).isEqualTo(1);
        assertThat(admin.sessions("minato-manager")).isZero();
        page.navigate(installation.address() + "/diagnoses");
        assertThat(page.locator("#password").count()).isEqualTo(1);
    }

    @Test
    void logging_out_when_our_session_is_gone_still_ends_the_other_and_waits_for_no_one() {
        Page page = loggedIn("minato-manager", "/");
        forgetOurs(page);
        page.locator("a[href='/logout']").click();
        Locator confirm = page.locator("#kc-logout");
        assertThat(confirm.count()).isEqualTo(1);
        confirm.click();
        assertThat(admin.sessions("minato-manager")).isZero();
        password(page, "ringo-officer", "ringo-officer");
        assertThat(page.url()).isEqualTo(installation.address() + "/");
        assertThat(page.locator(".person").getAttribute("data-user")).isEqualTo("ringo-officer");
    }

    @Test
    void the_session_is_renewed_behind_the_scenes_and_its_cookie_is_a_new_one_at_every_log_in() {
        admin.tokensLive(2);
        try {
            Page page = loggedIn("minato-officer", "/");
            String before = session(page);
            page.waitForTimeout(3000);
            assertThat(status(page, "/diagnoses?leaf=A")).isEqualTo(200);
            assertThat(session(page)).isNotEqualTo(before);
        } finally {
            admin.tokensLive(300);
        }
        assertThat(cookies(loggedIn("minato-officer", "/"))).allSatisfy(cookie -> {
            assertThat(cookie.httpOnly).as(cookie.name).isTrue();
            assertThat(cookie.sameSite.name()).as(cookie.name).isEqualTo("LAX");
        });
    }

    @Test
    void a_person_disabled_at_keycloak_is_out_as_soon_as_the_token_has_run_out() {
        admin.tokensLive(2);
        try {
            Page page = loggedIn("ringo-officer", "/");
            admin.enable("ringo-officer", false);
            page.waitForTimeout(3000);
            assertThat(status(page, "/diagnoses")).isEqualTo(302);
            page.navigate(installation.address() + "/diagnoses");
            password(page, "ringo-officer", "ringo-officer");
            assertThat(page.url()).startsWith(installation.keycloak().issuer());
        } finally {
            admin.enable("ringo-officer", true);
            admin.tokensLive(300);
        }
    }

    @Test
    void a_session_ended_at_keycloak_is_over_here_at_once_and_the_other_persons_is_not() {
        Page page = loggedIn("minato-officer", "/");
        try (Browser other = Browser.start()) {
            Page others = other.page();
            others.navigate(installation.address());
            password(others, "ringo-officer", "ringo-officer");
            admin.endSessions("minato-officer");

            assertThat(status(page, "/diagnoses")).isEqualTo(302);
            assertThat(status(others, "/diagnoses")).isEqualTo(200);
        }
    }

    @Test
    void a_form_in_the_middle_of_work_survives_the_end_of_the_session() {
        Page page = loggedIn("minato-officer", "/diagnoses/new");
        page.locator("[name=interviewedOn]").fill("R1.10.15");
        page.locator("[name='enterprise.name']").fill("㈱髙橋水産");
        admin.endSessions("minato-officer");
        Locator record = page.locator("form.entry button[type=submit]");
        record.click();
        page.locator("#password").waitFor();
        password(page, "minato-officer", "minato-officer");

        page.locator("[role=status]").waitFor();
        assertThat(page.locator("[name='enterprise.name']").inputValue()).isEqualTo("㈱髙橋水産");
        record.click();
        assertThat(page.locator("h1").innerText()).isEqualTo("㈱髙橋水産");
        assertThat(browser.complaints()).isEmpty();
    }

    private Page loggedIn(String user, String path) {
        Page page = browser.page();
        page.navigate(installation.address() + path);
        password(page, user, user);
        return page;
    }

    private static void password(Page page, String user, String password) {
        page.locator("#username").fill(user);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        page.waitForLoadState();
    }

    private static void oneTimePassword(Page page, String user) {
        page.locator("#otp").fill(OneTimePassword.next(user, SECRET));
        page.locator("#kc-login").click();
        page.waitForLoadState();
    }

    /** What our server answers this browser, without following it to the log-in page. */
    private static int status(Page page, String path) {
        APIResponse answer = page.request()
                .get(
                        installation.address() + path,
                        RequestOptions.create().setMaxRedirects(0).setHeader("Accept", "text/html"));
        return answer.status();
    }

    private static String session(Page page) {
        return cookies(page).stream().map(cookie -> cookie.value).collect(Collectors.joining());
    }

    private static List<Cookie> cookies(Page page) {
        return page.context().cookies(installation.address()).stream()
                .filter(cookie -> cookie.name.startsWith("q_session"))
                .toList();
    }

    /** As when it has run out, while Keycloak's own goes on. */
    private static void forgetOurs(Page page) {
        List<Cookie> others = page.context().cookies().stream()
                .filter(cookie -> !cookie.name.startsWith("q_session"))
                .toList();
        page.context().clearCookies();
        page.context().addCookies(others);
    }
}
