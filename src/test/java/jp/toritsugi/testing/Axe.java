package jp.toritsugi.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** axe-core, run in a page as it stands: the rules of WCAG 2.2 A and AA and axe's own good practice. */
public final class Axe {
    /** What the browser says of a style axe tries to set for its own measuring; our policy forbids it, rightly. */
    public static final String OWN_STYLE = "sha256-qq2Wqin77xK3Tu+2GLsg9lIttgpgPzwpSmKIiyWTF3k=";

    private static final String SCRIPT = script();
    private static final String RUN =
            """
            async () => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
              const found = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
              return found.violations.map(one => one.id + ' ' + one.help + ': '
                + one.nodes.map(node => node.target.join(' ') + ' ' + (node.any[0] ? node.any[0].message : '')).join(' | '));
            }""";

    private Axe() {}

    /** What axe finds wrong, a line for each rule; empty where it finds nothing. */
    @SuppressWarnings("unchecked")
    public static List<String> violations(Page page) {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) page.evaluate(RUN);
    }

    /** The version of axe-core, {@code 4.10.2}. */
    public static String version(Page page) {
        return page.evaluate("axe.version").toString();
    }

    private static String script() {
        try (var in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
