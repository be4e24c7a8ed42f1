package jp.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jp.toritsugi.testing.Browser;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Browsers say where a form comes from; a log-in cookie that comes without is not believed. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SessionAloneBrowserTest {
    @TestHTTPResource("/")
    String address;

    @Test
    void a_form_with_a_session_but_without_an_origin_is_refused() {
        try (Browser browser = Browser.start()) {
            Page page = browser.loggedIn("minato-officer", address);

            assertThat(send(page, null)).isEqualTo(403);
            assertThat(send(page, "https://evil.example")).isEqualTo(403);
            assertThat(send(page, address.replaceAll("/$", ""))).isEqualTo(200);
            page.navigate(address + "diagnoses");
            page.locator("form[action='/diagnoses/search'] [name=q]").fill("堂");
            page.locator("form[action='/diagnoses/search'] [type=submit]")
                    .first()
                    .click();
            assertThat(page.locator("h1").first().innerText()).contains("診断票");
        }
    }

    /** With the browser's cookies, but not by the browser itself. */
    private int send(Page page, String origin) {
        RequestOptions request =
                RequestOptions.create().setForm(FormData.create().set("q", "x")).setHeader("Accept", "text/html");
        if (origin != null) {
            request.setHeader("Origin", origin);
        }
        return page.request().post(address + "diagnoses/search", request).status();
    }
}
