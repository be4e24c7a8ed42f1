package jp.toritsugi.interview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import jp.toritsugi.testing.Browser;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One visit with a signal, then none; a log-in that runs out; the real application in between. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WithoutSignalBrowserTest {
    private static final String VISIT =
            """
            async () => {
              const { openDevice } = await import('/tablet/keep/device.js');
              window.device = await openDevice();
              await device.setUp('135792');
              await device.prepare();
              await navigator.serviceWorker.ready;
              return device.definitions.questionnaire.id;
            }""";

    private static final String INTERVIEW =
            """
            async () => {
              const { openDevice } = await import('/tablet/keep/device.js');
              window.device = await openDevice();
              const unlocked = await device.unlock('135792');
              const sheet = await device.sheets.start({ kind: 'interview', content: { enterprise: { name: '谷間堂' } } });
              sheet.content.answers = { Q1: 'yes', Q2: 'no', Q8: 'no' };
              await device.sheets.save(sheet);
              await device.sheets.finish(sheet.id);
              await device.outbox.sendNow();
              const [line] = await device.sheets.list();
              return { unlocked, place: line.place, person: device.person.displayName, questions: device.definitions.questionnaire.questions.length };
            }""";

    private static final String SEND =
            """
            async () => {
              await device.outbox.sendNow();
              const [line] = await device.sheets.list();
              return { place: line.place, receipt: line.receipt, expired: device.session.expired };
            }""";

    @TestHTTPResource("/")
    String address;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = Browser.start();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void after_one_visit_an_interview_is_held_without_a_signal_and_sent_when_it_is_back() {
        Page page = browser.loggedIn("minato-officer", address + "interview");
        assertThat(page.evaluate(VISIT)).isEqualTo("succession-diagnosis/2016");

        page.context().setOffline(true);
        page.navigate(address + "interview");
        Map<String, Object> held = told(page.evaluate(INTERVIEW));
        assertThat(held)
                .containsEntry("unlocked", true)
                .containsEntry("place", "device")
                .containsEntry("person", "湊 一郎");
        assertThat((Integer) held.get("questions")).isGreaterThan(10);

        page.context().setOffline(false);
        var cookies = page.context().cookies();
        page.context().clearCookies();
        assertThat(told(page.evaluate(SEND))).containsEntry("place", "device").containsEntry("expired", true);
        page.context()
                .addCookies(cookies.stream()
                        .map(known -> new com.microsoft.playwright.options.Cookie(known.name, known.value)
                                .setDomain(known.domain)
                                .setPath(known.path))
                        .toList());
        assertThat(told(page.evaluate(SEND)))
                .containsEntry("place", "confirmed")
                .containsEntry("expired", false);
        assertThat(SmallNetwork.count("diagnosis where enterprise_name = '谷間堂'"))
                .isEqualTo(1);
        assertThat((List<?>) page.evaluate("async () => (await Promise.all((await caches.keys()).map(async name =>"
                        + " (await (await caches.open(name)).keys()).map(one => new URL(one.url).pathname)))).flat()"
                        + ".filter(path => path.startsWith('/api'))"))
                .isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> told(Object answer) {
        return (Map<String, Object>) answer;
    }
}
