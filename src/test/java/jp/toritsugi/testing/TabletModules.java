package jp.toritsugi.testing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The tablet app's modules in a real browser without a server: read from the class path, those of the tests beside them
 * (src/test/resources/tablet). The address is one where encryption is allowed.
 */
public final class TabletModules {
    private static final String ADDRESS = "https://tablet.test/";
    private static final String IDB = "/webjars/idb/";
    private static final String BLANK = "<!DOCTYPE html><html lang=\"ja\"><title>面談</title><body></body></html>";

    private TabletModules() {}

    public static Page open(Browser browser) {
        return open(browser, Map.of());
    }

    /** With some modules spoilt, by their address: what finds faults has to find these. */
    public static Page open(Browser browser, Map<String, UnaryOperator<String>> spoilt) {
        Page page = browser.pageElsewhere();
        page.route("**/*", route -> answer(route, spoilt));
        page.navigate(ADDRESS);
        return page;
    }

    private static void answer(Route route, Map<String, UnaryOperator<String>> spoilt) {
        String path = URI.create(route.request().url()).getPath();
        String text = path.equals("/") ? BLANK : text(path);
        if (text == null) {
            route.fulfill(new Route.FulfillOptions().setStatus(404));
            return;
        }
        UnaryOperator<String> spoiler = spoilt.get(path);
        String given = spoiler == null ? text : spoiler.apply(text);
        if (spoiler != null && given.equals(text)) {
            throw new AssertionError("nothing was spoilt in " + path);
        }
        route.fulfill(new Route.FulfillOptions()
                .setContentType((path.equals("/") ? "text/html" : "text/javascript") + ";charset=UTF-8")
                .setBody(given));
    }

    private static String text(String path) {
        String name = path.startsWith(IDB) ? "/webjars/idb/7.0.1/" + path.substring(IDB.length()) : path;
        try (InputStream app = TabletModules.class.getResourceAsStream("/META-INF/resources" + name);
                InputStream test = TabletModules.class.getResourceAsStream(path)) {
            InputStream found = app == null ? test : app;
            return found == null ? null : new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
