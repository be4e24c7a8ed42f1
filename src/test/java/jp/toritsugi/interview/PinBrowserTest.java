package jp.toritsugi.interview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.toritsugi.testing.Browser;
import jp.toritsugi.testing.TabletApp;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The PIN as a person meets it: every press that is refused says why, and what is kept outlives a change. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PinBrowserTest {
    private static final String BETTER = "ringo-7412";

    @TestHTTPResource("/")
    String address;

    @Test
    void a_weak_pin_is_refused_with_a_sentence_and_a_pin_is_changed_in_the_settings() {
        try (Browser browser = Browser.start()) {
            TabletApp tablet = TabletApp.of(browser, "minato-officer", address);
            Page page = tablet.page();
            tablet.press("診断をはじめる");
            tablet.heading("端末の暗証番号を決めます");
            choose(tablet, "123456", "この番号にする");
            assertThat(page.locator(".error:visible").innerText()).contains("続いた数字", "文字を混ぜても");
            choose(tablet, "450403", "この番号にする");
            assertThat(page.locator(".error:visible").innerText()).contains("誕生日");
            choose(tablet, TabletApp.PIN, "この番号にする");
            tablet.heading("事業者と代表者");
            tablet.name("りんご堂");
            page.waitForTimeout(600);

            tablet.go("settings");
            tablet.heading("設定");
            page.getByLabel("いまの暗証番号").fill("480258");
            choose(tablet, BETTER, "暗証番号を変える");
            page.getByText("PINが違います").waitFor();
            page.getByLabel("いまの暗証番号").fill(TabletApp.PIN);
            choose(tablet, BETTER, "暗証番号を変える");
            page.getByText("暗証番号を変えました").waitFor();

            tablet.press("ロック");
            tablet.heading("端末を開く");
            open(tablet, TabletApp.PIN);
            page.locator(".error:visible").waitFor();
            open(tablet, BETTER);
            tablet.heading("設定");
            tablet.go("");
            page.getByText("りんご堂").first().waitFor();
        }
    }

    @Test
    void no_name_stands_in_any_address_the_tablet_asks() {
        try (Browser browser = Browser.start()) {
            TabletApp tablet = TabletApp.of(browser, "minato-officer", address);
            List<String> asked = new CopyOnWriteArrayList<>();
            tablet.page().onRequest(request -> asked.add(request.url()));
            tablet.begin();
            tablet.go("visits");
            tablet.heading("訪問先");
            tablet.page().getByLabel("自分の機関の診断票から探す").fill("himitsu");
            tablet.press("探す");
            tablet.page().getByText("見つかりませんでした").waitFor();

            assertThat(asked).anyMatch(url -> url.endsWith("/api/v1/diagnoses/search"));
            assertThat(asked).noneMatch(url -> url.contains("himitsu"));
        }
    }

    private static void choose(TabletApp tablet, String pin, String press) {
        tablet.page().getByLabel("端末の暗証番号").fill(pin);
        tablet.page().getByLabel("もう一度").fill(pin);
        tablet.press(press);
    }

    private static void open(TabletApp tablet, String pin) {
        tablet.page().getByLabel("端末の暗証番号").fill(pin);
        tablet.press("開く");
    }
}
