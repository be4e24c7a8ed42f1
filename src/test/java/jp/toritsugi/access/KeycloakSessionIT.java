package jp.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.testing.Browser;
import jp.toritsugi.testing.Http;
import jp.toritsugi.testing.Installation;
import jp.toritsugi.testing.KeycloakAdmin;
import jp.toritsugi.testing.TrailEntries;
import jp.toritsugi.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a session between coming in and going out, with the real Keycloak and the package. */
class KeycloakSessionIT {
    private static final int LONG = 300;

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
    void a_token_that_has_run_out_is_renewed_behind_the_scenes_unless_the_person_was_disabled() {
        admin.tokensLive(2);
        try {
            Visitor staying = visitor().loggedIn("minato-officer", "/");
            Visitor leaving = visitor().loggedIn("ringo-officer", "/");
            String before = staying.sessionValue();
            admin.enable("ringo-officer", false);
            staying.page().waitForTimeout(3000);

            assertThat(staying.status("/diagnoses")).isEqualTo(200);
            assertThat(staying.sessionValue()).isNotEqualTo(before);
            assertThat(leaving.status("/diagnoses")).isEqualTo(302);
            leaving.open("/diagnoses")
                    .password("ringo-officer", "ringo-officer")
                    .isAskedToLogIn();
        } finally {
            admin.enable("ringo-officer", true);
            admin.tokensLive(LONG);
        }
    }

    @Test
    void a_session_ended_at_keycloak_is_over_here_at_once_and_the_other_persons_is_not() {
        TrailEntries trail = installation.trailFromNow();
        Visitor visitor = visitor().loggedIn("minato-officer", "/");
        Visitor other = visitor().loggedIn("ringo-officer", "/");
        admin.endSessions("minato-officer");

        assertThat(visitor.status("/diagnoses")).isEqualTo(302);
        assertThat(other.status("/diagnoses")).isEqualTo(200);
        trail.areThere(1, "logged-out", "minato-officer");
        trail.areThere(0, "logged-out", "ringo-officer");
    }

    @Test
    void a_copied_session_opens_nothing_after_the_log_out_however_often_it_is_tried() {
        Visitor visitor = visitor().loggedIn("minato-officer", "/");
        String copy = workingCopy(visitor);
        visitor.page().locator("a[href='/logout']").click();
        visitor.isAskedToLogIn();
        opensNothing(copy);

        visitor.open("/").password("minato-officer", "minato-officer").isAt("/", "minato-officer");
        workingCopy(visitor);
        opensNothing(copy);
    }

    @Test
    void a_copied_session_opens_nothing_after_an_administrator_ended_it() {
        Visitor visitor = visitor().loggedIn("minato-officer", "/");
        String copy = workingCopy(visitor);
        admin.endSessions("minato-officer");
        opensNothing(copy);

        visitor.open("/").password("minato-officer", "minato-officer").isAt("/", "minato-officer");
        workingCopy(visitor);
        opensNothing(copy);
    }

    @Test
    void a_copied_session_opens_nothing_after_a_log_out_that_never_reached_keycloak() {
        Visitor visitor = visitor().loggedIn("minato-officer", "/");
        String copy = workingCopy(visitor);
        visitor.page().waitForTimeout(1100);
        assertThat(Http.withCookies("GET", at("/logout"), copy, "").statusCode())
                .isEqualTo(200);
        opensNothing(copy);

        // Keycloak's session goes on under the same number: the person comes in anew, the copy does not
        visitor.open("/").isAt("/", "minato-officer");
        workingCopy(visitor);
        opensNothing(copy);
    }

    private static String workingCopy(Visitor visitor) {
        String copy = visitor.sessionCopied();
        assertThat(reads(copy)).isEqualTo(200);
        assertThat(writes(copy)).isEqualTo(201);
        return copy;
    }

    private static void opensNothing(String copy) {
        assertThat(List.of(reads(copy), writes(copy), reads(copy), writes(copy)))
                .containsOnly(401);
    }

    private static int reads(String cookies) {
        return Http.withCookies("GET", at("/api/v1/session"), cookies, "").statusCode();
    }

    private static int writes(String cookies) {
        return Http.withCookies(
                        "PUT",
                        at("/api/v1/diagnoses/" + UUID.randomUUID()),
                        cookies,
                        """
                        {"questionnaire":"succession-diagnosis/2016","interviewedOn":"2019-10-15",
                        "enterprise":{"name":"株式会社りんご堂"},"answers":{"Q1":"yes","Q2":"no","Q8":"no"}}""")
                .statusCode();
    }

    private static URI at(String path) {
        return installation.application().at(path);
    }

    @Test
    void a_form_in_the_middle_of_work_survives_the_end_of_the_session() {
        Visitor visitor = visitor().loggedIn("minato-officer", "/diagnoses/new");
        Page page = visitor.page();
        Locator name = page.locator("[name='enterprise.name']");
        page.locator("[name=interviewedOn]").fill("R1.10.15");
        name.fill("㈱髙橋水産");
        admin.endSessions("minato-officer");
        Locator record = page.locator("form.entry button[type=submit]");
        record.click();
        visitor.isAskedToLogIn();
        visitor.password("minato-officer", "minato-officer");

        page.locator("[role=status]").waitFor();
        assertThat(page.url()).startsWith(installation.address() + "/diagnoses/new?");
        assertThat(name.inputValue()).isEqualTo("㈱髙橋水産");
        record.click();
        page.locator("h1", new Page.LocatorOptions().setHasText("㈱髙橋水産")).waitFor();
        assertThat(browser.complaints()).isEmpty();
    }

    private static Visitor visitor() {
        return installation.visitor(browser);
    }
}
