package jp.toritsugi.interview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import jp.toritsugi.testing.Browser;
import jp.toritsugi.testing.TabletApp;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The firm and its representative on the tablet: help while typing, and only what makes sense is kept. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FirmFormBrowserTest {
    private static final int TYPING_RESTS = 500;

    @TestHTTPResource("/")
    String address;

    @Test
    void the_form_helps_while_typing_and_keeps_only_what_makes_sense() {
        try (Browser browser = Browser.start()) {
            TabletApp tablet = TabletApp.of(browser, "minato-officer", address);
            tablet.begin();
            Page page = tablet.page();
            type(page, "enterprise.name", "りんごどう");
            assertThat(page.locator("[data-field='enterprise.nameKana'] input").inputValue())
                    .isEqualTo("リンゴドウ");
            type(page, "enterprise.employees", "１２");
            type(page, "enterprise.corporateNumber", "1234567890123");
            assertThat(page.locator("[data-field='enterprise.corporateNumber'] .error")
                            .innerText())
                    .contains("検査用数字");
            Locator birth = page.locator("[data-field='representative.birthDate']");
            birth.getByText("昭和", new Locator.GetByTextOptions().setExact(true)).click();
            birth.locator("input").nth(5).fill("２５");
            birth.locator("input").nth(6).fill("4");
            birth.locator("input").nth(7).fill("1");
            assertThat(birth.locator(".help").innerText()).contains("昭和25年4月1日（1950年）", "歳");

            page.waitForTimeout(TYPING_RESTS);
            assertThat(kept(tablet, "enterprise"))
                    .containsEntry("name", "りんごどう")
                    .containsEntry("nameKana", "リンゴドウ")
                    .containsEntry("employees", 12)
                    .doesNotContainKey("corporateNumber");
            assertThat(kept(tablet, "representative")).containsEntry("birthDate", "1950-04-01");

            birth.locator("input").nth(7).fill("31");
            page.waitForTimeout(TYPING_RESTS);
            assertThat(birth.locator(".error").innerText()).isNotEmpty();
            assertThat(kept(tablet, "representative")).isNull();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void type(Page page, String field, String text) {
        page.locator("[data-field='" + field + "'] input").click();
        page.keyboard().type(text);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> kept(TabletApp tablet, String part) {
        return (Map<String, Object>) tablet.onDevice(
                "async ([id, part]) => (await " + TabletApp.device() + ".sheets.read(id)).content[part]",
                List.of(tablet.sheet(), part));
    }
}
