package jp.toritsugi.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.toritsugi.demo.DemonstrationLoader;
import jp.toritsugi.testing.Browser;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a spreadsheet with mistakes in it to figures that move, as the secretariat's person does it in a browser. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FirstPathBrowserTest {
    private static final Charset EXCEL = Charset.forName("windows-31j");
    private static final String WITH_FIVE_MISTAKES =
            """
            管理番号,診断日,実施機関,事業者名,法人番号,市町村コード,代表者年齢,Q1,Q2,Q7
            試-1,令和元年10月15日,みなと商工会議所,㈱髙橋水産,,022039,71,はい,はい,
            試-2,令和元年13月15日,みなと商工会議所,甲商店,,022039,71,はい,いいえ,
            試-3,2019/10/16,みなと商工会議所,乙商店,1234567890123,022039,71,いいえ,,○
            試-4,R1.10.17,どこか銀行,丙商店,,022039,71,いいえ,,×
            試-5,2019-10-18,みなと商工会議所,,,022039,71,いいえ,,×
            試-6,2019-10-19,みなと商工会議所,戊商店,,022039,71,たぶん,,
            """;

    @TestHTTPResource("/")
    String address;

    @Inject
    DemonstrationLoader demonstration;

    private Path folder;
    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createTempDirectory("first-path");
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
    void the_published_tables_agree_until_an_imported_spreadsheet_moves_the_figures() throws IOException {
        Page page = browser.loggedIn("coordinator", address);
        page.getByRole(AriaRole.LINK, exactly("公表照合")).click();
        assertThat(page.locator("main").innerText()).contains("13表 67セル（計13・件数27・割合27）", "すべて一致");

        send(page, WITH_FIVE_MISTAKES);
        assertThat(page.locator("main").innerText())
                .contains("暦にない日付です")
                .contains("検査用数字が合いません")
                .contains("どこか銀行")
                .contains("事業者名")
                .contains("たぶん");
        String rejected = Files.readString(rejectedLines(page), EXCEL);
        assertThat(rejected.lines()).hasSize(1 + 5);
        assertThat(rejected).contains("理由", "甲商店", "乙商店", "丙商店", "戊商店").doesNotContain("高橋水産");
        page.getByRole(AriaRole.BUTTON, containing("正しい行だけ")).click();
        Browser.until(page, "() => document.querySelector('main').innerText.includes('1件')", null);

        send(
                page,
                rejected.replace("令和元年13月15日", "令和元年10月15日")
                        .replace("1234567890123", "")
                        .replace("どこか銀行", "りんご銀行")
                        .replace("みなと商工会議所,,", "みなと商工会議所,丁商店,")
                        .replace("\"みなと商工会議所\",\"\"", "\"みなと商工会議所\",\"丁商店\"")
                        .replace("たぶん", "はい"));
        assertThat(page.locator("main").innerText()).doesNotContain("暦にない日付です");
        page.getByRole(AriaRole.BUTTON, containing("取り込む")).first().click();
        Browser.until(page, "() => document.querySelector('main').innerText.includes('5件')", null);

        page.navigate(address + "reports/succession-diagnosis/published");
        assertThat(page.locator("main").innerText()).contains("差あり").contains("890");
        page.navigate(address + "diagnoses?from=2019-10-15&to=2019-10-19&municipality=022039&ageFrom=71&ageTo=71");
        assertThat(page.locator("main").innerText()).contains("㈱髙橋水産", "戊商店");
        assertThat(browser.complaints()).isEmpty();
    }

    private void send(Page page, String csv) throws IOException {
        Path file = folder.resolve("診断票.csv");
        Files.writeString(file, csv, EXCEL);
        page.navigate(address + "imports");
        page.setInputFiles("input[type=file]", file);
        page.getByRole(AriaRole.BUTTON, containing("送って確かめる")).click();
        Browser.until(page, "() => !document.querySelector('progress')", null);
    }

    private Path rejectedLines(Page page) {
        Locator link = page.locator("a[href$='/rejected.csv']").first();
        Download download = page.waitForDownload(link::click);
        Path saved = folder.resolve("取り込めない行.csv");
        download.saveAs(saved);
        return saved;
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions containing(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
