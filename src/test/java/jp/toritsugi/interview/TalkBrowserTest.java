package jp.toritsugi.interview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.toritsugi.testing.Browser;
import jp.toritsugi.testing.TabletApp;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One interview on the tablet, as the officer leads it and as the owner sees it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TalkBrowserTest {
    private static final String MEMO = "長男は東京にいて、まだ言えていない";
    private static final String NOTE = "奥様には内密に";

    @TestHTTPResource("/")
    String address;

    private Browser browser;
    private TabletApp tablet;

    @BeforeEach
    void open() {
        browser = Browser.start();
        tablet = TabletApp.of(browser, "minato-officer", address);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            List<String> complaints = browser.complaints();
            browser.close();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void an_early_answer_changed_parks_the_left_branch_and_coming_back_restores_it() {
        tablet.begin();
        tablet.name("りんご堂");
        tablet.follow("質問へ");
        tablet.answer("はい", "親族", "はい", "いいえ", "はい");
        tablet.ask("Q2");
        tablet.answer("いいえ");

        assertThat(tablet.question()).isEqualTo("Q8");
        assertThat(tablet.page().locator(".parked li").allInnerTexts()).containsExactly("Q3 いいえ", "Q4 はい");
        assertThat(tablet.page().locator("[role=status] .strip").innerText()).contains("Q3、Q4の答えは分岐外に残しました");
        assertThat(tablet.page().locator(".saved[role=status]").innerText()).contains("この端末に保存しました");
        assertThat(tablet.keptAnswers()).containsEntry("Q3", "no").containsEntry("Q4", "yes");

        tablet.press("元に戻す");
        tablet.shows("Q2");
        assertThat(tablet.keptAnswers()).containsEntry("Q2", "yes");
        assertThat(tablet.page().locator(".parked").count()).isZero();

        tablet.answer("いいえ");
        tablet.ask("Q2");
        tablet.answer("はい");
        assertThat(tablet.question()).isEqualTo("Q3");
        assertThat(tablet.button("いいえ").getAttribute("aria-pressed")).isEqualTo("true");
    }

    @Test
    void an_answer_lies_on_the_device_before_the_next_question_shows() {
        tablet.begin();
        tablet.follow("質問へ");
        tablet.answer("いいえ");
        assertThat(tablet.keptAnswers()).containsOnly(Map.entry("Q1", "no"));

        tablet.reload();
        unlock();
        assertThat(tablet.question()).isEqualTo("Q7");
        assertThat(tablet.page().locator(".where").innerText()).contains("あと 3〜4問");
    }

    @Test
    void a_lock_in_the_middle_comes_back_to_the_same_question() {
        tablet.begin();
        tablet.follow("質問へ");
        tablet.answer("はい");
        tablet.press("ロック");
        tablet.heading("端末を開く");
        assertThat(tablet.page().content()).doesNotContain("それは誰ですか");

        unlock();
        assertThat(tablet.question()).isEqualTo("Q1-1");
    }

    @Test
    void the_keyboard_alone_leads_through_an_interview() {
        tablet.page().keyboard().press("Tab");
        reach("診断をはじめる");
        tablet.page().keyboard().press("Enter");
        tablet.heading("端末の暗証番号を決めます");
        typeInto("端末の暗証番号（PIN）", TabletApp.PIN);
        typeInto("もう一度", TabletApp.PIN);
        tablet.page().keyboard().press("Enter");
        tablet.heading("事業者と代表者");
        typeInto("事業者名", "けやき食堂");
        reach("質問へ");
        tablet.page().keyboard().press("Enter");
        for (String answer : new String[] {"いいえ", "いいえ", "はい", "いいえ", "聞けず"}) {
            String before = tablet.question();
            assertThat(tablet.page().evaluate("document.activeElement.className"))
                    .as("a screen reader reads the new question")
                    .isEqualTo("question");
            tablet.page().waitForTimeout(320);
            reach(answer);
            tablet.page().keyboard().press("Enter");
            Browser.until(
                    tablet.page(), "before => document.querySelector('.where strong')?.textContent !== before", before);
        }
        tablet.heading("状況と希望");
        reach("同意へ");
        tablet.page().keyboard().press("Enter");
        tablet.heading("情報の提供への同意");
        reach("確認へ");
        tablet.page().keyboard().press("Enter");
        tablet.heading("回答内容の確認");
        reach("この内容で提出する");
        tablet.page().keyboard().press("Enter");
        tablet.heading("いまは、このあたりです");
        assertThat(tablet.page().locator(".owner-sentence").innerText()).contains("後継者候補がいない");
    }

    @Test
    void number_keys_answer_the_whole_sheet_in_paper_order() {
        tablet.begin();
        tablet.open("whole", "一覧で入力");
        tablet.page().locator("input[name='whole-Q1']").first().focus();
        for (String key : "1 1 2 1 0 9".split(" ")) {
            tablet.page().keyboard().press(key);
            tablet.page().waitForTimeout(60);
        }
        assertThat(tablet.keptAnswers())
                .containsEntry("Q1", "yes")
                .containsEntry("Q1-1", "relative")
                .containsEntry("Q2", "no")
                .containsEntry("Q3", "yes")
                .containsEntry("Q4", "not-asked")
                .containsEntry("Q5", "unknown");
        assertThat(tablet.page().locator(".whole-row.off-branch legend").innerText())
                .contains("Q3")
                .contains("［分岐外］");
    }

    @Test
    void what_is_shown_and_printed_for_the_owner_holds_no_note_and_fits_one_page() {
        tablet.begin();
        tablet.name("こけし工房");
        tablet.follow("質問へ");
        tablet.answer("はい", "親族");
        tablet.page().getByText("メモ").first().click();
        tablet.page().locator("#memo").fill(MEMO);
        tablet.answer("はい", "いいえ", "いいえ", "いいえ", "いいえ");
        tablet.heading("状況と希望");
        tablet.page().getByLabel("備考").fill(NOTE);
        tablet.open("result", "いまは、このあたりです");

        String shown = tablet.page().content();
        assertThat(shown).contains("次の一歩").doesNotContain(MEMO, NOTE);
        assertThat(tablet.page().locator(".leaf.reached").getAttribute("data-leaf"))
                .isEqualTo("A");
        String view = tablet.onDevice(
                        """
                        async () => {
                          const { store } = await import('/tablet/screens/store.js');
                          const { ownersView } = await import('/tablet/screens/projection.js');
                          const seen = new Set();
                          return JSON.stringify(ownersView(store.sheet), (key, value) =>
                            typeof value === 'object' && value !== null ? (seen.has(value) ? undefined : (seen.add(value), value)) : value);
                        }""",
                        null)
                .toString();
        assertThat(view).contains("こけし工房").doesNotContain(MEMO, NOTE, "comments", "\"note\"", "facts");

        tablet.open("paper", "こけし工房");
        assertThat(tablet.page().content()).doesNotContain(MEMO, NOTE);
        byte[] paper = tablet.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        assertThat(pagesOf(paper)).isEqualTo(1);
    }

    @Test
    void a_signature_is_kept_as_strokes_and_survives_turning_the_tablet() {
        tablet.begin();
        tablet.name("ほたて丸");
        tablet.open("consent", "情報の提供への同意");
        Page page = tablet.page();
        page.getByText("ほかの提供先").click();
        page.locator("[data-field='consents.center']")
                .getByText("同意する", new Locator.GetByTextOptions().setExact(true))
                .click();
        page.locator("canvas").scrollIntoViewIfNeeded();
        var box = page.locator("canvas").boundingBox();
        page.mouse().move(box.x + 40, box.y + 60);
        page.mouse().down();
        for (int i = 0; i < 20; i++) {
            page.mouse().move(box.x + 40 + i * 12, box.y + 60 + i % 5 * 14);
        }
        page.mouse().up();
        page.getByText("署名を保存しました").waitFor();
        int drawn = ink(page);

        Browser.upright(page);
        Browser.until(page, "() => document.querySelector('canvas').width < 800", null);
        assertThat(drawn).isPositive();
        assertThat(ink(page)).isPositive();
        assertThat(tablet.onDevice(
                        "async id => (await " + TabletApp.device()
                                + ".sheets.read(id)).signatures.center.strokes[0].points.length > 5",
                        tablet.sheet()))
                .isEqualTo(true);
    }

    /** Dark points of the signature. */
    private static int ink(Page page) {
        return (Integer) page.evaluate(
                "(() => { const c = document.querySelector('canvas'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
                        + " let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i] > 100) n++; return n; })()");
    }

    private void unlock() {
        tablet.heading("端末を開く");
        tablet.page().getByLabel("端末の暗証番号").fill(TabletApp.PIN);
        tablet.press("開く");
    }

    /** Tabs on until the link or button with this name has the focus. */
    private void reach(String name) {
        for (int i = 0; i < 120; i++) {
            String at = tablet.page()
                    .evaluate("(document.activeElement.innerText || '').trim()")
                    .toString();
            if (at.equals(name)) {
                return;
            }
            tablet.page().keyboard().press("Tab");
        }
        throw new AssertionError(name + " cannot be reached with the keyboard");
    }

    private void typeInto(String label, String text) {
        for (int i = 0; i < 60; i++) {
            Object at = tablet.page().evaluate("document.activeElement.labels?.[0]?.firstChild?.textContent ?? ''");
            if (label.equals(at)) {
                tablet.page().keyboard().type(text);
                return;
            }
            tablet.page().keyboard().press("Tab");
        }
        throw new AssertionError(label + " cannot be reached with the keyboard");
    }

    private static long pagesOf(byte[] pdf) {
        return Pattern.compile("/Type\\s*/Page[^s]")
                .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }
}
