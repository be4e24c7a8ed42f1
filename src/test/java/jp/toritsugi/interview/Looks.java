package jp.toritsugi.interview;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.testing.Axe;

/** Looks at the states of the tablet app's screens one by one, and writes down what it saw. */
final class Looks {
    /** Controls smaller than a fingertip, leaving out links within running text. */
    private static final String SMALL_TARGETS =
            """
            [...document.querySelectorAll('a, button, select, summary, label.pick, textarea, input')]
              .filter(e => e.offsetParent && !['radio', 'checkbox', 'file'].includes(e.type) && !e.closest('p:not(.actions, .desk-telephone), dd'))
              .filter(e => { const box = e.getBoundingClientRect(); return box.height < 43.5 || box.width < 43.5; })
              .map(e => e.outerHTML.slice(0, 80))""";

    /** Answers are hit while talking, not looking. */
    private static final String SMALL_ANSWERS =
            "[...document.querySelectorAll('.answer')].filter(e => e.getBoundingClientRect().height < 56).length";

    private static final String STICKS_OUT =
            "document.documentElement.scrollWidth > document.documentElement.clientWidth";

    private final Page page;
    private final Map<String, List<String>> states = new LinkedHashMap<>();
    private final List<String> found = new ArrayList<>();
    private String version;

    Looks(Page page) {
        this.page = page;
    }

    void at(String screen, String state) {
        String where = screen + "（" + state + "）";
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            Axe.violations(page).forEach(one -> found.add(where + " " + scheme + " axe: " + one));
        }
        measured(where, 1024, 768);
        measured(where, 768, 1024);
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        complain(where + " 200%", STICKS_OUT);
        page.evaluate("document.documentElement.style.fontSize = ''");
        page.setViewportSize(1024, 768);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        version = Axe.version(page);
        states.computeIfAbsent(screen, ignored -> new ArrayList<>()).add(state);
    }

    /** As {@link #at}, and a picture of it for the manual. */
    void at(String screen, String state, String picture) {
        at(screen, state);
        picture(picture);
    }

    private void picture(String name) {
        if (Boolean.getBoolean("toritsugi.docs.write")) {
            page.evaluate("window.scrollTo(0, 0)");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("docs", "manual", "images", name + ".png")));
        }
    }

    /** A picture for the manual with the tablet held upright. */
    void upright(String picture) {
        page.setViewportSize(768, 1024);
        picture(picture);
        page.setViewportSize(1024, 768);
    }

    private void measured(String where, int width, int height) {
        page.setViewportSize(width, height);
        String size = where + " " + width + "×" + height;
        complain(size, STICKS_OUT);
        if (page.evaluate(SMALL_TARGETS) instanceof List<?> small && !small.isEmpty()) {
            found.add(size + " too small: " + small);
        }
        if (!page.evaluate(SMALL_ANSWERS).equals(0)) {
            found.add(size + " small answers");
        }
    }

    private void complain(String where, String script) {
        if (page.evaluate(script).equals(true)) {
            found.add(where + " sticks out sideways");
        }
    }

    List<String> found() {
        return found;
    }

    /** The record as it stands in the documents: no day in it, so that it changes only with what was seen. */
    String record() {
        int all = states.values().stream().mapToInt(List::size).sum();
        StringBuilder record = new StringBuilder(HEAD.formatted(version, states.size(), all));
        states.forEach((screen, seen) -> seen.forEach(state -> record.append("| ")
                .append(screen)
                .append(" | ")
                .append(state)
                .append(" | 0件 | 0件 | 44px以上 | はみ出しなし |\n")));
        return record.append(FOOT).toString();
    }

    private static final String HEAD =
            """
            # アクセシビリティの記録（タブレットの診断）

            このページは試験（`AccessibilityBrowserTest`）の結果から作られています。手では直しません。

            | 項目 | 内容 |
            |---|---|
            | 対象 | `/interview`（タブレットの診断アプリ）のすべての画面と、その状態 |
            | 目標 | JIS X 8341-3:2016 適合レベルAA、WCAG 2.2 レベルA・AA |
            | 道具 | axe-core %s（wcag2a、wcag2aa、wcag21a、wcag21aa、wcag22aa、best-practice のすべての規則） |
            | 環境 | Chromium、1024×768（横）と768×1024（縦）、明るい配色と暗い配色 |
            | 結果 | %d画面・%d状態で、検出された問題は0件 |

            機械で確かめたこと：axeの検出0件（明・暗）、押すところの大きさ（縦・横とも44px以上、はい／いいえは56px以上）、文字を200%%にしても横にはみ出さないこと。
            ほかの試験で確かめていること（`TalkBrowserTest`）：キーボードだけで一件の診断を終えられること、質問が変わると見出しに焦点が移ること、保存と「元に戻す」が読み上げられる場所（role=status）に出ること。
            設計で守っていること：色だけで伝えない（形と言葉を添える）、動きを減らす設定と強制カラーに従う、時間切れで内容を失わない、引きずる操作は署名だけで「口頭」などの別の手だてがある。

            | 画面 | 状態 | axe（明） | axe（暗） | 押すところ | 200%%の文字 |
            |---|---|---|---|---|---|
            """;

    private static final String FOOT =
            """

            機械では確かめられないこと（読み上げの自然さ、言葉の分かりやすさなど）は、人による確認がまだです。
            """;
}
