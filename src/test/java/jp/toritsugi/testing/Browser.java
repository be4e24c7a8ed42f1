package jp.toritsugi.testing;

import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium on a tablet-sized screen. Where there is none, tests are skipped loudly; in CI that is a failure. */
public final class Browser implements AutoCloseable {
    private static final long LONGEST_WAIT = 30_000;
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium");
    static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(ARGUMENTS));
        context = newContext();
    }

    private BrowserContext newContext() {
        return browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1024, 768)
                .setLocale("ja-JP")
                .setAcceptDownloads(true));
    }

    public static Browser start() {
        return new Browser(program());
    }

    /** Where Chromium is; without one the test is skipped loudly. */
    static Path program() {
        Optional<Path> program = Stream.concat(Stream.ofNullable(System.getenv("TORITSUGI_CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            String sentence = "Chromium がありません。ブラウザーの試験は行っていません（TORITSUGI_CHROMIUM で場所を指定できます）。";
            if ("true".equals(System.getenv("CI"))) {
                fail(sentence);
            }
            System.err.println("\n*** " + sentence + " ***\n");
            Assumptions.abort(sentence);
        }
        return program.orElseThrow();
    }

    /** A page that remembers what the browser complains about: blocked by the content policy, script errors. */
    public Page page() {
        return listening(context.newPage());
    }

    /** As {@link #page()}, at another tablet: nothing of what the others have logged in to is known there. */
    public Page pageElsewhere() {
        return listening(newContext().newPage());
    }

    private Page listening(Page page) {
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    /** Opens an address and logs in on the way, by the development log-in's button for this person. */
    public Page loggedIn(String user, String address) {
        Page page = page();
        page.navigate(address);
        if (!page.url().startsWith(address)) {
            page.getByText(user, new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            page.waitForURL(url -> url.startsWith(address));
        }
        return page;
    }

    /**
     * Waits until a script says true. Playwright's own waiting evaluates text from within the page, which the content
     * security policy forbids from the second look on.
     */
    public static void until(Page page, String script, Object argument) {
        long end = System.currentTimeMillis() + LONGEST_WAIT;
        while (!Boolean.TRUE.equals(page.evaluate(script, argument))) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("waited in vain until " + script);
            }
            page.waitForTimeout(20);
        }
    }

    /** Another size of screen: 768×1024 is a tablet held upright. */
    public static void upright(Page page) {
        page.setViewportSize(768, 1024);
    }

    public List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
