package jp.toritsugi.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.demo.SheetsToSend;
import jp.toritsugi.testing.Tablet;

/** The tablet app in Chromium with a processor slowed down four times, against the packaged application. */
final class TabletBenchmark {
    private static final int SLOW_DOWN = 4;
    private static final int FIRMS = 500;
    private static final int SAVES = 400;
    private static final int INTERVIEWS = 30;
    private static final int TAPS = 100;

    private static final String PREPARE =
            """
            async firms => {
              const began = performance.now();
              const { openDevice } = await import('/tablet/keep/device.js');
              window.device = await openDevice();
              const pin = performance.now();
              await device.setUp('135792');
              const pinTook = performance.now() - pin;
              await device.prepare();
              const taken = await device.pack.chooseLatest(firms);
              await navigator.serviceWorker.ready;
              const took = performance.now() - pinTook;
              let bytes = performance.getEntriesByType('resource').reduce((sum, one) => sum + one.transferSize, 0);
              for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) { bytes += (await (await cache.match(request)).blob()).size; }
              }
              return { took, pinTook, taken, bytes };
            }""";

    private static final String OPEN =
            """
            async () => {
              const { openDevice } = await import('/tablet/keep/device.js');
              window.device = await openDevice();
              const ready = performance.now();
              await device.unlock('135792');
              const unlocked = performance.now();
              const [pack] = await device.pack.firms();
              const form = performance.now();
              const sheet = await device.sheets.start({ kind: 'interview', pack });
              await device.sheets.read(sheet.id);
              return { ready, unlock: unlocked - ready, firms: form - unlocked, form: performance.now() - form };
            }""";

    private static final String SAVE =
            """
            async count => {
              const sheet = await device.sheets.start({ kind: 'interview', content: { enterprise: { name: '測る堂' } } });
              const times = [];
              for (let n = 0; n < count; n += 1) {
                sheet.content.answers = { ...sheet.content.answers, [`Q${1 + n % 10}`]: n % 2 ? 'yes' : 'no' };
                sheet.content.comments = { Q1: 'x'.repeat(n % 200) };
                const began = performance.now();
                await device.sheets.save(sheet);
                times.push(performance.now() - began);
              }
              await device.sheets.discard(sheet.id);
              return times;
            }""";

    /** From the tap until the next question is painted; what was answered is committed in between. */
    private static final String TAP =
            """
            async count => {
              const frame = () => new Promise(done => requestAnimationFrame(done));
              // We stand at the beginning of the frame that shows the change: what is sent now arrives when it is painted.
              const painted = () => new Promise(done => {
                const channel = new MessageChannel();
                channel.port1.onmessage = done;
                channel.port2.postMessage(null);
              });
              const pause = ms => new Promise(done => setTimeout(done, ms));
              const code = () => document.querySelector('main.talk .where strong')?.textContent;
              const until = async holds => { while (!holds()) { await frame(); } };
              const first = location.hash.replace(/(sheet\\/[^/]+).*/, '$1/ask/Q1');
              const times = [];
              while (times.length < count) {
                location.hash = '#/';
                await until(() => !code());
                location.hash = first;
                await until(() => code() === 'Q1');
                for (const answer of ['いいえ', 'いいえ', 'はい', 'いいえ']) {
                  await pause(350);
                  const before = code();
                  const button = [...document.querySelectorAll('main.talk button')].find(one => one.textContent.trim() === answer);
                  const began = performance.now();
                  button.click();
                  await until(() => code() !== before);
                  await painted();
                  times.push(performance.now() - began);
                }
              }
              return times;
            }""";

    private static final String FINISH =
            """
            async count => {
              for (let n = 0; n < count; n += 1) {
                const sheet = await device.sheets.start({ kind: 'interview', content: { enterprise: { name: `送る堂${n}` } } });
                sheet.content.answers = { Q1: 'yes', 'Q1-1': 'relative', Q2: 'no', Q8: 'no', Q9: 'unknown' };
                sheet.content.note = 'あ'.repeat(200);
                await device.sheets.save(sheet);
                await device.sheets.finish(sheet.id);
              }
            }""";

    private static final String SEND =
            """
            async () => {
              const began = performance.now();
              while ((await device.outbox.status()).waiting > 0) { await device.outbox.sendNow(); }
              const took = performance.now() - began;
              const received = (await device.sheets.list()).filter(line => line.receipt !== null).length;
              return { took, received };
            }""";

    private final Stage stage;

    private TabletBenchmark(Stage stage) {
        this.stage = stage;
    }

    static void run() throws Exception {
        Say.title("Tablet, Chromium, processor slowed down " + SLOW_DOWN + " times");
        Path folder =
                Files.createDirectories(Path.of("target", "bench", "tablets").toAbsolutePath());
        try (Stage stage = Stage.with("tablet");
                Tablet tablet = new Tablet(Files.createTempDirectory(folder, "bench"), ServiceWorkerPolicy.ALLOW)) {
            new TabletBenchmark(stage).measure(tablet);
        }
    }

    private void measure(Tablet tablet) throws Exception {
        stage.actAs("minato-officer", "officer");
        List<String> sheets = SheetsToSend.sheets();
        for (int firm = 0; firm < FIRMS; firm++) {
            String sheet = sheets.get(firm)
                    .replaceFirst("\"institution\":\"[^\"]*\",?", "")
                    .replace(",}", "}");
            stage.send("PUT", "/api/v1/diagnoses/" + UUID.randomUUID(), sheet.getBytes(StandardCharsets.UTF_8));
        }
        stage.login.letIn("minato-officer", "officer");
        String origin = stage.application.at("").toString();
        Page page = tablet.open("minato-officer", origin, "/interview");
        CDPSession session = slowed(page);
        page.navigate(origin + "/interview");
        Map<String, Object> prepared = told(page.evaluate(PREPARE, FIRMS));
        Say.line(
                "%s firms taken along; making the key of the PIN took %.0f ms",
                prepared.get("taken"), number(prepared, "pinTook"));
        Say.verdict(
                number(prepared, "took") <= 3000,
                "tablet: first preparation with %d firms %.0f ms (bar: 3000)",
                FIRMS,
                number(prepared, "took"));
        Say.verdict(
                number(prepared, "bytes") <= 1_500_000,
                "tablet: first preparation %.2f MB (bar: 1.5)",
                number(prepared, "bytes") / 1e6);

        tablet.context().setOffline(true);
        double slowest = 0;
        for (int round = 0; round < 3; round++) {
            page.navigate(origin + "/interview");
            Map<String, Object> opened = told(page.evaluate(OPEN));
            Say.line(
                    "in flight mode: app ready after %.0f ms, PIN %.0f ms, %d firms read in %.0f ms, form open after %.0f ms",
                    number(opened, "ready"),
                    number(opened, "unlock"),
                    FIRMS,
                    number(opened, "firms"),
                    number(opened, "form"));
            slowest = Math.max(slowest, number(opened, "form"));
        }
        Say.verdict(slowest <= 300, "tablet: opening the form in flight mode %.0f ms (bar: 300)", slowest);

        Times saves = new Times();
        ((List<?>) page.evaluate(SAVE, SAVES))
                .forEach(time -> saves.add(Math.round(((Number) time).doubleValue() * 1e6)));
        Say.line("durable save: %s", saves);
        Say.verdict(saves.p95() <= 30, "tablet: durable save p95 %.1f ms (bar: 30)", saves.p95());

        talk(page, origin);
        page.evaluate(OPEN);
        page.evaluate(FINISH, INTERVIEWS);
        tablet.context().setOffline(false);
        throttle(session);
        Map<String, Object> sent = told(page.evaluate(SEND));
        Say.line("%s receipts", sent.get("received"));
        Say.verdict(
                number(sent, "took") <= 10_000,
                "tablet: %d interviews over 1 Mbit/s, 400 ms sent in %.1f s (bar: 10)",
                INTERVIEWS,
                number(sent, "took") / 1000);
    }

    private static void talk(Page page, String origin) {
        page.navigate(origin + "/interview");
        page.locator("main input").first().fill("135792");
        button(page, "開く").click();
        button(page, "診断をはじめる").click();
        page.getByLabel("事業者名").first().fill("測る堂");
        page.getByText("質問へ").last().click();
        page.locator("main.talk .where strong").waitFor();
        Times taps = new Times();
        ((List<?>) page.evaluate(TAP, TAPS)).forEach(time -> taps.add(Math.round(((Number) time).doubleValue() * 1e6)));
        Say.line("tap to next question: %s", taps);
        Say.verdict(taps.p95() <= 50, "tablet: tap to next question p95 %.1f ms (bar: 50)", taps.p95());
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static CDPSession slowed(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        JsonObject rate = new JsonObject();
        rate.addProperty("rate", SLOW_DOWN);
        session.send("Emulation.setCPUThrottlingRate", rate);
        return session;
    }

    private static void throttle(CDPSession session) {
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 400);
        line.addProperty("downloadThroughput", 1_000_000 / 8);
        line.addProperty("uploadThroughput", 1_000_000 / 8);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", line);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> told(Object answer) {
        return (Map<String, Object>) answer;
    }

    private static double number(Map<String, Object> told, String name) {
        return ((Number) told.get(name)).doubleValue();
    }
}
