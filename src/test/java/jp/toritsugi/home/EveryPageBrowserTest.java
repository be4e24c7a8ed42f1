package jp.toritsugi.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.toritsugi.demo.DemonstrationLoader;
import jp.toritsugi.testing.Browser;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every page at both ways of holding a tablet. The manual's pictures are taken on the way:
 * {@code mvn test -Dtest=EveryPageBrowserTest -Dtoritsugi.docs.write=true}.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EveryPageBrowserTest {
    /** Links and controls less than 44 px high, leaving out links within running text. */
    private static final String SMALL_TARGETS =
            """
            [...document.querySelectorAll('a, button, select, input:not([type=hidden]), summary')]
              .filter(e => e.offsetParent && !e.closest('p, li:not(nav li), dd, .skip') && !['radio', 'checkbox'].includes(e.type))
              .filter(e => e.getBoundingClientRect().height < 43.5)
              .map(e => e.outerHTML.slice(0, 80))""";

    private static final String FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth";
    private static final String HALF_YEAR = "?from=2019-07-01&to=2019-12-31";

    /** Name of the manual's picture to its page; a page without a picture has a name that begins with a dash. */
    private static final Map<String, String> PAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("home", ""),
            Map.entry("list", "diagnoses"),
            Map.entry("-list", "diagnoses?offBranch=true&leaf=A&question=Q7&answer=yes"),
            Map.entry("entry", "diagnoses/new"),
            Map.entry("queue", "queue"),
            Map.entry("-queue", "queue?tab=late&sort=waiting&leaf=D"),
            Map.entry("-queue-overrides", "queue/overrides"),
            Map.entry("duplicates", "duplicates"),
            Map.entry("-duplicates", "duplicates?state=linked"),
            Map.entry("import", "imports"),
            Map.entry("routing", "routing"),
            Map.entry("-routing", "routing/succession-routing/1"),
            Map.entry("-routing-drafts", "routing/drafts"),
            Map.entry("-openings", "break-glasses"),
            Map.entry("-retention", "settings/retention"),
            Map.entry("-holds", "holds"),
            Map.entry("notices", "notices"),
            Map.entry("report", "reports/succession-diagnosis" + HALF_YEAR),
            Map.entry("-report", "reports/succession-diagnosis" + HALF_YEAR + "&basis=on-branch&leaf=A"),
            Map.entry("funnel", "funnel" + HALF_YEAR),
            Map.entry("-funnel", "funnel" + HALF_YEAR + "&by=leaf&kind=center&area=中南"),
            Map.entry("published", "reports/succession-diagnosis/published"),
            Map.entry("-questionnaires", "questionnaires"),
            Map.entry("questionnaire", "questionnaires/succession-diagnosis/2016"),
            Map.entry("-questionnaire", "questionnaires/succession-diagnosis/2022"),
            Map.entry("-questions", "questionnaires/succession-diagnosis/2016/questions"),
            Map.entry("-leaves", "questionnaires/succession-diagnosis/2016/leaves"),
            Map.entry("certificate", "questionnaires/succession-diagnosis/2016/certificate"),
            Map.entry("-crosswalk", "questionnaires/succession-diagnosis/crosswalk")));

    /** What the admin sees. */
    private static final Map<String, String> REGISTER = Map.of(
            "-home-admin", "",
            "roster", "roster",
            "-roster-past", "roster?past=true&role=officer",
            "-roster-new", "roster/members/new",
            "roster-institutions", "roster/institutions",
            "roster-institution", "roster/institutions/minato-cci",
            "-roster-institution-new", "roster/institutions/new",
            "roster-enrolment", "roster/enrolment",
            "webhooks", "webhooks",
            "-devices", "devices");

    @TestHTTPResource("/")
    String address;

    @Inject
    DemonstrationLoader demonstration;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = Browser.start();
        demonstration.load();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void nothing_sticks_out_and_everything_can_be_hit_with_a_finger() {
        Page page = browser.loggedIn("coordinator", address);
        PAGES.forEach((name, path) -> look(page, name, path));
        // one institution and month: the closed rows, which stand behind the open ones, are on the first page
        page.navigate(address + "diagnoses?institution=ringo-bank&from=2019-10-01&to=2019-10-31");
        look(
                page,
                "break-glass",
                page.locator("a:has-text(\"緊急閲覧\")")
                        .first()
                        .getAttribute("href")
                        .substring(1));
        page.navigate(address + "diagnoses?offBranch=true&leaf=A");
        look(
                page,
                "sheet",
                page.locator("td a.row-link").first().getAttribute("href").substring(1));
        page.navigate(address + "queue");
        look(
                page,
                "queue-decision",
                page.locator("td a.row-link").first().getAttribute("href").substring(1));
        look(page, "-provisions", "provisions");
        page.navigate(address + "provisions");
        page.locator("td a.row-link").first().click();
        look(page, "-provision", page.url().substring(address.length()));
        page.locator("a.back").click();
        String sheet = page.url().substring(address.length()).replaceAll("#.*", "");
        look(page, "consent", sheet + "#consents");
        look(page, "disclosure", sheet + "/disclosure");
        look(page, "hold", sheet + "/hold");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_consultant_finds_the_received_cases() {
        Page page = browser.loggedIn("center-consultant", address);
        look(page, "received", "received");
        look(page, "-received", "received?group=ended");
        for (String group : List.of("given", "running", "new")) {
            page.navigate(address + "received?group=" + group);
            page.locator("td a.row-link").first().click();
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
            check(page, "open forms of a case in " + group);
            look(
                    page,
                    group.equals("new") ? "received-case" : "-received-case",
                    page.url().substring(address.length()));
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_diagnosing_officer_finds_the_candidates_section() {
        Page page = browser.loggedIn("ringo-officer", address);
        page.navigate(address + "provisions");
        page.locator("td a.row-link").first().click();
        page.locator("a.back").click();
        page.evaluate("document.querySelectorAll('section details').forEach(one => one.open = true)");
        check(page, "open forms of the sheet");
        picture(page, "recommendation", "section[aria-labelledby=recommendation]");
        picture(page, "consent-forms", "section[aria-labelledby=consents]");
        picture(page, "provide", "section[aria-labelledby=provisions]");
        picture(page, "candidate", "section[aria-labelledby=candidate]");
        Browser.upright(page);
        check(page, "open forms of the sheet upright");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_auditors_pages_hold_still_as_well() {
        Page page = browser.loggedIn("auditor", address);
        look(page, "home-auditor", "");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("いま検証する"))
                .click();
        look(page, "access", "access");
        look(page, "trail", "trail");
        look(page, "-trail", "trail?action=destroyed&from=%E4%BB%A4%E5%92%8C8%E5%B9%B41%E6%9C%881%E6%97%A5");
        page.navigate(address + "trail?action=imported");
        look(
                page,
                "trail-entry",
                page.locator("td a.row-link").first().getAttribute("href").substring(1));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_registers_pages_fit_too() {
        Page page = browser.loggedIn("admin", address);
        REGISTER.forEach((name, path) -> look(page, name, path));
        look(page, "-roster-user-names", "roster/user-names");
        page.navigate(address + "roster?role=manager");
        look(
                page,
                "roster-person",
                page.locator("td a.row-link").first().getAttribute("href").substring(1));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void other_roles_find_their_home_too() {
        for (String user : List.of("pref-analyst", "auditor", "admin", "center-consultant", "ringo-officer")) {
            try (Browser own = Browser.start()) {
                Page page = own.loggedIn(user, address);
                assertThat(page.locator("h1").innerText()).as(user).isEqualTo("ホーム");
                assertThat(page.evaluate(FITS)).as(user).isEqualTo(true);
                assertThat(own.complaints()).as(user).isEmpty();
            }
        }
    }

    @Test
    void what_two_people_keep_and_destroy_fits_too() {
        Page admin = browser.loggedIn("admin", address);
        look(admin, "retention", "settings/retention");
        admin.setViewportSize(1024, 768);
        admin.locator("#sheet summary").click();
        admin.locator("#term-sheet").fill("5");
        admin.locator("#reason-sheet").fill("文書管理規程を確かめた");
        admin.locator("#sheet button").click();
        admin.navigate(address + "destructions");
        admin.locator("main .button").click();
        String run = admin.url().substring(address.length());
        try (Browser second = Browser.start()) {
            Page auditor = second.loggedIn("auditor", address);
            look(auditor, "destruction", run);
            auditor.locator("main .button").click();
            assertThat(auditor.locator("h1").innerText()).contains("廃棄の記録");
            look(auditor, "certificate-of-destruction", run + "/certificate");
            look(auditor, "-destructions", "destructions");
            look(auditor, "-holds", "holds");
            assertThat(second.complaints()).isEmpty();
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private void look(Page page, String name, String path) {
        page.setViewportSize(1024, 768);
        page.navigate(address + path);
        check(page, path);
        if (Boolean.getBoolean("toritsugi.docs.write") && !name.startsWith("-")) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("docs", "manual", "images", name + ".png")));
        }
        Browser.upright(page);
        check(page, path + " upright");
    }

    private static void picture(Page page, String name, String part) {
        if (Boolean.getBoolean("toritsugi.docs.write")) {
            page.locator(part)
                    .screenshot(new Locator.ScreenshotOptions()
                            .setPath(Path.of("docs", "manual", "images", name + ".png")));
        }
    }

    private static void check(Page page, String what) {
        assertThat(page.evaluate(FITS)).as(what + " scrolls sideways").isEqualTo(true);
        assertThat(page.evaluate(SMALL_TARGETS)).as(what).isEqualTo(List.of());
    }
}
