package jp.toritsugi.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Path;
import java.util.Map;

/** A Chromium with a profile that outlives it, as a tablet's; it can be killed like one whose battery is empty. */
public final class Tablet implements AutoCloseable {
    private final Path profile;
    private final ServiceWorkerPolicy workers;
    private Playwright playwright;
    private BrowserContext context;

    /**
     * @param profile an empty folder
     * @param workers a worker left from before a kill keeps Playwright from opening the next page: blocked where one is killed
     */
    public Tablet(Path profile, ServiceWorkerPolicy workers) {
        this.profile = profile;
        this.workers = workers;
        start();
    }

    /** Also after a kill, with what lay on the disk. */
    public void start() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        context = playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(Browser.program())
                                .setArgs(Browser.ARGUMENTS)
                                .setHeadless(true)
                                .setServiceWorkers(workers)
                                .setViewportSize(1024, 768)
                                .setLocale("ja-JP"));
    }

    public BrowserContext context() {
        return context;
    }

    /** Opens an address, by the development log-in's button for this person where the server asks for a log-in. */
    public Page open(String user, String origin, String path) {
        Page page = context.newPage();
        page.navigate(origin + path);
        if (!page.url().startsWith(origin)) {
            page.getByText(user, new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            page.waitForURL(url -> url.startsWith(origin));
        }
        return page;
    }

    /** SIGKILL for every process of this browser; none of its code runs any more. */
    public void kill() {
        ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(java.util.Arrays::stream)
                        .anyMatch(argument -> argument.endsWith(profile.toString())))
                .forEach(ProcessHandle::destroyForcibly);
        try {
            playwright.close();
        } catch (PlaywrightException gone) {
            // as intended
        }
    }

    @Override
    public void close() {
        try {
            context.close();
        } catch (PlaywrightException gone) {
            // killed before
        }
        playwright.close();
    }
}
