package jp.toritsugi.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jp.toritsugi.referral.CaseSteps;
import jp.toritsugi.testing.Browser;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Working through the queue with the keyboard alone. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class QueueInTheBrowserTest {
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
    void cases_are_taken_opened_and_handed_over_by_key() {
        CaseSteps.center();
        CaseSteps.case7("食堂りんご");
        CaseSteps.case7("食堂みかん");
        Page page = browser.loggedIn("coordinator", address);
        page.navigate(address + "queue");
        page.keyboard().press("?");
        assertThat(page.locator("#keys").isVisible()).isTrue();
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(page.locator("tr[aria-current]").innerText()).contains("食堂みかん");
        page.keyboard().press("k");
        assertThat(page.locator("tr[aria-current]").innerText()).contains("食堂りんご");
        page.keyboard().press("t");
        page.waitForSelector("text=1件しました");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("食堂りんご"))
                        .innerText())
                .contains("担当中：事務 局子");

        page.keyboard().press("r");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("area");
        page.keyboard().press("j");
        page.locator("h1").click();
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL("**/queue/*-*");
        assertThat(page.locator("h1").innerText()).isEqualTo("食堂りんご");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("選んだ窓口へ取次する"))
                .click();
        page.waitForSelector("text=食堂りんご：取次しました。");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("次の案件を開く"))
                .click();
        assertThat(page.locator("h1").innerText()).isEqualTo("食堂みかん");
        assertThat(page.url()).doesNotContain("%");
        assertThat(browser.complaints()).isEmpty();
    }
}
