package jp.toritsugi.interview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.Tablet;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The real application and a real browser whose every process is killed in the middle of interviews and of sending. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class KilledTabletBrowserTest {
    /** A page of ours in which nothing but this test uses the device. */
    private static final String PLACE = "interview/log-in";

    /** Opens the device; the PIN is the same for ever. */
    private static final String OPEN =
            """
            async () => {
              const { openDevice } = await import('/tablet/keep/device.js');
              window.device = await openDevice();
              if (device.state === 'new') { await device.setUp('135792'); } else { await device.unlock('135792'); }
              return device.state;
            }""";

    private static final String BEGIN =
            """
            async firm => {
              const sheet = await device.sheets.start({ kind: 'interview', content: { enterprise: { name: firm } } });
              return sheet.id;
            }""";

    /** Answers without end, and says so each time the device has said that it is saved. */
    private static final String TYPE =
            """
            async id => {
              const sheet = await device.sheets.read(id);
              sheet.content.answers = { Q1: 'yes', 'Q1-1': 'relative', Q2: 'no', Q8: 'no' };
              const from = Number((sheet.content.note ?? '0'));
              for (let count = from + 1; ; count += 1) {
                sheet.content.note = String(count);
                await device.sheets.save(sheet);
                await window.saved(id, count);
              }
            }""";

    private static final String FINISH_ALL =
            """
            async () => {
              for (const line of await device.sheets.list()) {
                if (line.place === 'draft') { await device.sheets.finish(line.id); }
              }
              device.outbox.sendNow();
            }""";

    private static final String NOTE = "async id => (await device.sheets.read(id)).content.note ?? '0'";
    private static final String SEND =
            "async () => { await device.outbox.sendNow(); return (await device.sheets.list()).map(line => line.place); }";

    @TestHTTPResource("/")
    String address;

    private final Map<String, Integer> saved = new ConcurrentHashMap<>();

    @Test
    void what_was_said_to_be_saved_is_there_after_a_kill_and_arrives_once() throws IOException {
        Random chance = new Random(5);
        Path folder = Files.createDirectories(Path.of("target", "tablets").toAbsolutePath());
        try (Tablet tablet = new Tablet(Files.createTempDirectory(folder, "killed"), ServiceWorkerPolicy.BLOCK)) {
            for (int firm = 1; firm <= 3; firm++) {
                Page page = opened(tablet);
                String id = (String) page.evaluate(BEGIN, "不死身堂" + firm);
                saved.put(id, 0);
                for (int kill = 0; kill < 2; kill++) {
                    typeAndKill(page, id, 150 + chance.nextInt(250), tablet);
                    page = opened(tablet);
                    assertThat(note(page, id)).isBetween(saved.get(id), saved.get(id) + 1);
                }
                page.close();
            }
            Page page = opened(tablet);
            page.evaluate(FINISH_ALL);
            page.waitForTimeout(20);
            tablet.kill();
            tablet.start();

            page = opened(tablet);
            @SuppressWarnings("unchecked")
            List<String> places = (List<String>) page.evaluate(SEND);
            assertThat(places).isNotEmpty().allMatch("confirmed"::equals);
        }
        assertThat(SmallNetwork.count("diagnosis where enterprise_name like '不死身堂%'"))
                .isEqualTo(3);
        assertThat(SmallNetwork.count("diagnosis_revision r join diagnosis d on d.id = r.diagnosis"))
                .isEqualTo(3);
        saved.forEach((id, count) -> assertThat(Integer.parseInt(SmallNetwork.text(
                        "select content->>'note' from diagnosis_revision where diagnosis = '" + id + "'")))
                .isBetween(count, count + 1));
    }

    private Page opened(Tablet tablet) {
        Page page = tablet.open("minato-officer", address, PLACE);
        assertThat(page.evaluate(OPEN)).isEqualTo("open");
        return page;
    }

    private void typeAndKill(Page page, String id, int milliseconds, Tablet tablet) {
        page.exposeFunction("saved", given -> {
            saved.put((String) given[0], (Integer) given[1]);
            return null;
        });
        page.evaluate("id => { (" + TYPE + ")(id); }", id);
        page.waitForTimeout(milliseconds);
        tablet.kill();
        try {
            page.close();
        } catch (PlaywrightException gone) {
            // killed
        }
        tablet.start();
    }

    private static int note(Page page, String id) {
        return Integer.parseInt((String) page.evaluate(NOTE, id));
    }
}
