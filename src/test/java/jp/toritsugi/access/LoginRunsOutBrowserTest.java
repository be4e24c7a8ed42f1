package jp.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jp.toritsugi.testing.Browser;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log-in that runs out in the middle of work: the person comes back to where they were, and nothing typed is lost. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LoginRunsOutBrowserTest {
    private static final String STORED = "Object.keys(sessionStorage).length";

    @TestHTTPResource("/")
    String address;

    private Browser browser;

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
    void a_page_opened_without_a_log_in_is_the_one_shown_after_it_with_its_conditions() {
        String wanted = address + "diagnoses?from=2019-10-01&leaf=A&question=Q7&answer=yes";
        Page page = browser.loggedIn("minato-officer", address);
        page.context().clearCookies();
        page.navigate(wanted);
        logIn(page, "minato-officer");
        assertThat(page.url()).isEqualTo(wanted);
    }

    @Test
    void what_was_keyed_in_is_there_again_after_logging_in_and_can_be_recorded() {
        Page page = typed();
        send(page);
        logIn(page, "minato-officer");

        assertThat(page.url()).startsWith(address + "diagnoses/new?questionnaire=");
        assertThat(page.locator("[role=status]").innerText()).contains("ログインし直しました。入力した内容を戻しました。");
        assertThat(field(page, "interviewedOn").inputValue()).isEqualTo("R1.10.15");
        assertThat(field(page, "enterprise.name").inputValue()).isEqualTo("㈱髙橋水産");
        assertThat(field(page, "comments.Q1").inputValue()).isEqualTo("長男が市内にいる");
        assertThat(field(page, "comments.Q1").isVisible()).isTrue();
        assertThat(page.evaluate(STORED)).isEqualTo(0);
        send(page);
        assertThat(page.locator("h1").innerText()).isEqualTo("㈱髙橋水産");
        assertThat(page.locator(".leaf-letter").innerText()).isEqualTo("B");
        assertThat(page.evaluate(STORED)).isEqualTo(0);

        withdrawalComesBackToo(page);
        assertThat(browser.complaints()).isEmpty();
    }

    private void withdrawalComesBackToo(Page page) {
        String sheet = page.url();
        Locator reason = page.locator("#reason");
        reason.evaluate("e => e.closest('details')?.setAttribute('open', '')");
        reason.fill("二重に入力した");
        page.context().clearCookies();
        reason.evaluate("e => e.form.requestSubmit()");
        logIn(page, "minato-officer");
        assertThat(page.url()).isEqualTo(sheet);
        assertThat(reason.inputValue()).isEqualTo("二重に入力した");
        assertThat(reason.isVisible()).isTrue();
    }

    @Test
    void another_person_who_logs_in_at_the_same_tablet_sees_nothing_of_it() {
        Page page = typed();
        send(page);
        logIn(page, "minato-manager");

        assertThat(page.locator("h1").innerText()).isEqualTo("診断票の入力");
        assertThat(field(page, "enterprise.name").inputValue()).isEmpty();
        assertThat(page.evaluate(STORED)).isEqualTo(0);
    }

    @Test
    void the_same_person_at_work_elsewhere_by_then_sees_nothing_of_it() {
        Page page = typed();
        send(page);
        SmallNetwork.owner("update member set institution = 'ringo-bank' where user_name = 'minato-officer'");
        logIn(page, "minato-officer");

        assertThat(page.locator("h1").innerText()).isEqualTo("診断票の入力");
        assertThat(field(page, "enterprise.name").inputValue()).isEmpty();
        assertThat(page.evaluate(STORED)).isEqualTo(0);
    }

    @Test
    void a_form_that_is_refused_for_its_mistakes_comes_back_once_and_not_again() {
        Page page = typed();
        field(page, "interviewedOn").fill("令和元年13月1日");
        send(page);
        logIn(page, "minato-officer");
        send(page);
        assertThat(page.locator("main [role=alert]").innerText()).contains("暦にない日付です");
        page.navigate(address + "diagnoses/new");
        assertThat(field(page, "enterprise.name").inputValue()).isEmpty();
    }

    /** A sheet half keyed in, in which the log-in has run out. */
    private Page typed() {
        Page page = browser.loggedIn("minato-officer", address);
        page.navigate(address + "diagnoses/new");
        field(page, "interviewedOn").fill("R1.10.15");
        field(page, "enterprise.name").fill("㈱髙橋水産");
        page.locator("[name='answers.Q1'][value=yes]").check();
        page.locator("[name='answers.Q2'][value=no]").check();
        page.locator("[name='answers.Q8'][value=no]").check();
        page.locator("details", new Page.LocatorOptions().setHas(field(page, "comments.Q1")))
                .locator("summary")
                .click();
        field(page, "comments.Q1").fill("長男が市内にいる");
        page.context().clearCookies();
        return page;
    }

    private static void send(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("記録する").setExact(true))
                .click();
    }

    /** By the development log-in's button, when the browser has got there. */
    private void logIn(Page page, String user) {
        Locator button =
                page.getByText(user, new Page.GetByTextOptions().setExact(true)).first();
        button.waitFor();
        button.click();
        page.waitForURL(url -> url.startsWith(address) && !url.contains("/login/callback"));
    }

    private static Locator field(Page page, String name) {
        return page.locator("[name='" + name + "']");
    }
}
