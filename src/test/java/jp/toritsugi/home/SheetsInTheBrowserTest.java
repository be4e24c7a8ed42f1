package jp.toritsugi.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import jp.toritsugi.testing.Browser;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an officer does with sheets, in a real browser with a real log-in. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SheetsInTheBrowserTest {
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
    void an_officer_keys_in_a_sheet_mends_what_is_wrong_and_finds_it_again() {
        Page page = browser.loggedIn("minato-officer", address);
        page.getByRole(AriaRole.LINK, named("診断票を入力する")).first().click();
        field(page, "interviewedOn").fill("令和元年13月1日");
        field(page, "enterprise.name").fill("㈱髙橋水産");
        page.locator("[name='answers.Q1'][value=yes]").check();
        page.locator("[name='answers.Q2'][value=no]").check();
        page.locator("[name='answers.Q8'][value=no]").check();
        page.getByRole(AriaRole.BUTTON, button("記録する")).click();

        assertThat(page.locator("[role=alert]").innerText()).contains("診断日", "暦にない日付です");
        assertThat(field(page, "enterprise.name").inputValue()).isEqualTo("㈱髙橋水産");
        field(page, "interviewedOn").fill("R1.10.15");
        page.getByRole(AriaRole.BUTTON, button("記録する")).click();
        assertThat(page.locator("h1").innerText()).isEqualTo("㈱髙橋水産");
        assertThat(page.locator(".leaf-letter").innerText()).isEqualTo("B");
        assertThat(page.waitForResponse("**/prints", () -> page.evaluate("dispatchEvent(new Event('beforeprint'))"))
                        .status())
                .isEqualTo(204);

        page.getByRole(AriaRole.LINK, named("診断票").setExact(true)).first().click();
        page.getByRole(AriaRole.SEARCHBOX).fill("高橋");
        page.getByRole(AriaRole.BUTTON, button("探す")).click();
        assertThat(page.locator("td a.row-link").allInnerTexts()).isEqualTo(List.of("㈱髙橋水産"));
        assertThat(page.url()).doesNotContain("%");
        assertThat(browser.complaints()).isEmpty();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator field(Page page, String name) {
        return page.locator("[name='" + name + "']");
    }
}
