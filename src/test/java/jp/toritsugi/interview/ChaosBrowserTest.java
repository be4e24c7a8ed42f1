package jp.toritsugi.interview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import jp.toritsugi.testing.Browser;
import jp.toritsugi.testing.TabletModules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Thousands of random schedules of answering, going back, killing the page, losing the signal, faults, lost answers, double
 * delivery, wrong clocks, full disks and log-ins run out: in the end the server has what was typed, once, as it was typed.
 * The app's own code, in a real browser, against a double of the server and of the disk (src/test/resources/tablet/chaos).
 * More of them: {@code -Dtoritsugi.chaos.schedules=50000}; others: {@code -Dtoritsugi.chaos.seed=7000000}.
 */
class ChaosBrowserTest {
    private static final int SCHEDULES = Integer.getInteger("toritsugi.chaos.schedules", 2000);
    private static final int SEED = Integer.getInteger("toritsugi.chaos.seed", 1);

    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void nothing_is_lost_nothing_doubled_nothing_altered() {
        Map<String, Object> sum = run(TabletModules.open(browser), SCHEDULES);
        System.out.println("chaos: " + SCHEDULES + " schedules, " + sum.get("sheets") + " sheets, "
                + sum.get("revisions") + " revisions, " + sum.get("milliseconds") + " ms");

        assertThat((List<?>) sum.get("wrong")).isEmpty();
        assertThat((Integer) sum.get("sheets")).isGreaterThan(SCHEDULES);
        assertThat((Integer) sum.get("revisions")).isGreaterThan((Integer) sum.get("sheets"));
    }

    /** A net is tried by what it must catch. */
    @ParameterizedTest
    @EnumSource
    void a_broken_tablet_is_found_out(Fault fault) {
        Page page = TabletModules.open(
                browser, Map.of("/tablet/keep/" + fault.module, text -> text.replace(fault.right, fault.wrong)));

        assertThat((List<?>) run(page, 120).get("wrong")).isNotEmpty();
    }

    private enum Fault {
        GIVES_UP_AFTER_THREE_TRIES(
                "outbox.js",
                "letter.held === null || refusedToo",
                "letter.attempts < 3 && letter.held === null || refusedToo"),
        IS_GONE_BEFORE_THE_RECEIPT(
                "outbox.js",
                "const answer = letter.what",
                "await this.database.write(['outbox'], async tx => tx.delete('outbox', letter.id)); const answer = letter.what"),
        DOES_NOT_KEEP_THE_ORDER("letters.js", "order: behind + 1 + index", "order: index"),
        FORGETS_THAT_IT_TRIED("outbox.js", "attempts: found.attempts + 1", "attempts: found.attempts"),
        SAYS_SAVED_TOO_EARLY(
                "typing.js",
                "const saved = this.#last.then(() => this.#save(snapshot, changedAt));\n    this.#last = saved.catch(() => {});",
                "const saved = Promise.resolve({}); this.#last = this.#last.then(() => this.clock.later(5000, () => this.#save(snapshot, changedAt).catch(() => {})));");

        private final String module;
        private final String right;
        private final String wrong;

        Fault(String module, String right, String wrong) {
            this.module = module;
            this.right = right;
            this.wrong = wrong;
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> run(Page page, int schedules) {
        page.setDefaultTimeout(0);
        return (Map<String, Object>) page.evaluate(
                "async ([seed, count]) => (await import('/tablet/chaos/chaos.js')).run(seed, count)",
                List.of(SEED, schedules));
    }
}
