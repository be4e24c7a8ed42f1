package jp.toritsugi.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;

/** The tablet app as an officer uses it, in a real browser: small verbs over what is seen. */
public final class TabletApp {
    public static final String PIN = "480257";

    private static final String DEVICE = "(await import('/tablet/screens/store.js')).store.device";
    /** The app leaves out the second tap of a double tap for this long after a question came up. */
    private static final int DOUBLE_TAP = 320;

    private static final int PATIENCE = 15_000;

    private final Page page;
    private final String address;

    private TabletApp(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    /** @param address of the application, with the slash at its end */
    public static TabletApp of(Browser browser, String user, String address) {
        Page page = browser.loggedIn(user, address + "interview");
        TabletApp tablet = new TabletApp(page, address);
        tablet.heading("今日");
        return tablet;
    }

    public Page page() {
        return page;
    }

    /** Waits until the screen with this heading is shown. */
    public void heading(String heading) {
        try {
            page.locator("h1", new Page.LocatorOptions().setHasText(heading))
                    .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        } catch (TimeoutError late) {
            throw new AssertionError(
                    "「" + heading + "」ではなく: " + page.locator("#app").innerText(), late);
        }
    }

    public void go(String place) {
        page.evaluate("place => { location.hash = place; }", "#/" + place);
    }

    public void press(String name) {
        button(name).click();
    }

    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public void follow(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    /** Begins an interview from the first page, setting the PIN where none was set. */
    public String begin() {
        press("診断をはじめる");
        page.locator("h1:text-matches('事業者と代表者|端末の暗証番号を決めます')").waitFor();
        if (page.locator("h1").innerText().contains("暗証番号")) {
            page.getByLabel("端末の暗証番号").fill(PIN);
            page.getByLabel("もう一度").fill(PIN);
            press("この番号にする");
            heading("事業者と代表者");
        }
        return sheet();
    }

    /** The id of the sheet in the address. */
    public String sheet() {
        return page.evaluate("location.hash.split('/')[2]").toString();
    }

    public void name(String firm) {
        page.getByLabel("事業者名").fill(firm);
    }

    /** Taps answers, one question after the other. */
    public void answer(String... answers) {
        for (String one : answers) {
            String before = question();
            page.waitForTimeout(DOUBLE_TAP);
            button(one).click();
            Browser.until(
                    page,
                    "before => document.querySelector('.where strong')?.textContent !== before || !document.querySelector('main.talk')",
                    before);
        }
    }

    /** The code of the question shown. */
    public String question() {
        page.locator("main.talk .where strong").waitFor();
        return page.locator("main.talk .where strong").innerText();
    }

    public void ask(String code) {
        go("sheet/" + sheet() + "/ask/" + code);
        shows(code);
    }

    /** Waits until this question is shown. */
    public void shows(String code) {
        Browser.until(page, "code => document.querySelector('.where strong')?.textContent === code", code);
    }

    public void open(String screen, String heading) {
        go("sheet/" + sheet() + "/" + screen);
        heading(heading);
    }

    /** The answers of the sheet as the device holds them, read anew from it. */
    @SuppressWarnings("unchecked")
    public Map<String, String> keptAnswers() {
        return (Map<String, String>)
                onDevice("async id => (await " + DEVICE + ".sheets.read(id)).content.answers", sheet());
    }

    /** What a script with the name {@code device} at hand answers. */
    public Object onDevice(String script, Object argument) {
        return page.evaluate(script, argument);
    }

    /** An expression for the device, for scripts given to {@link #onDevice}. */
    public static String device() {
        return DEVICE;
    }

    public void reload() {
        page.reload();
    }

    public String address() {
        return address;
    }
}
