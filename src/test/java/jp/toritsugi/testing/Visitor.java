package jp.toritsugi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody at a tablet of their own, on the way between the installation's pages and Keycloak's. */
public final class Visitor {
    /** Of the demonstration people's telephones. */
    private static final byte[] SECRET = "toritsugi-demonstration".getBytes(StandardCharsets.US_ASCII);

    private static final String OURS = "q_session";

    private final Installation installation;
    private final Page page;

    Visitor(Installation installation, Page page) {
        this.installation = installation;
        this.page = page;
    }

    public Page page() {
        return page;
    }

    public Visitor open(String path) {
        page.navigate(installation.address() + path);
        return this;
    }

    /** Opens a page and gives the user name as password on the way there. */
    public Visitor loggedIn(String user, String path) {
        return open(path).password(user, user);
    }

    public Visitor password(String user, String password) {
        page.locator("#username").fill(user);
        page.locator("#password").fill(password);
        return send();
    }

    public Visitor oneTimePassword(String user) {
        otp().fill(OneTimePassword.next(user, SECRET));
        return send();
    }

    public Locator otp() {
        return page.locator("#otp");
    }

    /** Whether Keycloak asks who is there. */
    public void isAskedToLogIn() {
        page.locator("#password").waitFor();
        assertThat(page.url()).startsWith(installation.keycloak().issuer());
    }

    /** Whether this page of ours is shown, to this person. */
    public void isAt(String path, String user) {
        page.locator(".person").waitFor();
        assertThat(page.url()).isEqualTo(installation.address() + path);
        assertThat(page.locator(".person").getAttribute("data-user")).isEqualTo(user);
    }

    /** What our server answers this browser, without following it to the log-in page. */
    public int status(String path) {
        return page.request()
                .get(
                        installation.address() + path,
                        RequestOptions.create().setMaxRedirects(0).setHeader("Accept", "text/html"))
                .status();
    }

    public List<Cookie> session() {
        return page.context().cookies(installation.address()).stream()
                .filter(cookie -> cookie.name.startsWith(OURS))
                .toList();
    }

    public String sessionValue() {
        return session().stream().map(cookie -> cookie.value).collect(Collectors.joining());
    }

    /** What somebody has who copied the session, as a header. */
    public String sessionCopied() {
        return session().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    /** As somebody does who wants to know the session beforehand. */
    public void plant(String value) {
        page.context().addCookies(List.of(new Cookie(OURS, value).setUrl(installation.address())));
    }

    /** As when it has run out, while Keycloak's own goes on. */
    public void loseOurSession() {
        List<Cookie> others = page.context().cookies().stream()
                .filter(cookie -> !cookie.name.startsWith(OURS))
                .toList();
        page.context().clearCookies();
        page.context().addCookies(others);
    }

    private Visitor send() {
        // the answer may be the same page again: marked, it can be told from the new one
        page.locator("html").evaluate("before => before.setAttribute('data-before', '')");
        page.locator("#kc-login").click();
        page.locator("html:not([data-before])").waitFor();
        page.waitForLoadState();
        return this;
    }
}
