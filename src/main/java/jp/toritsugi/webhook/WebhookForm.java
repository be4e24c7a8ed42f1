package jp.toritsugi.webhook;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.japan.DateReader;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.EntityVersion;

/** What was typed on the pages of webhooks. */
final class WebhookForm {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private WebhookForm() {}

    /** Name, address and kinds as typed. */
    record Typed(String name, String url, List<String> kinds, boolean active, Integer version) {
        static final Typed NOTHING = new Typed("", "", List.of(), true, null);

        static Typed of(MultivaluedMap<String, String> form) {
            String version = form.getFirst("version");
            return new Typed(
                    text(form, "name"),
                    text(form, "url"),
                    form.getOrDefault("kinds", List.of()),
                    !"false".equals(form.getFirst("active")),
                    EntityVersion.of(version == null || version.isBlank() ? null : version));
        }

        NewWebhook asked() {
            return new NewWebhook(name, url, kinds, active, version);
        }

        public boolean tells(String kind) {
            return kinds.contains(kind);
        }
    }

    /** One event by its number, or the days of a period, both included. */
    static Webhooks.Replay read(MultivaluedMap<String, String> form) {
        String event = text(form, "event");
        if (!event.isEmpty()) {
            try {
                return new Webhooks.Replay(UUID.fromString(event), null, null);
            } catch (IllegalArgumentException e) {
                throw new InvalidInput("event", "出来事の番号の書き方が正しくありません。");
            }
        }
        return new Webhooks.Replay(
                null,
                day(form, "from").atStartOfDay(JAPAN).toInstant(),
                day(form, "to").plusDays(1).atStartOfDay(JAPAN).toInstant());
    }

    private static LocalDate day(MultivaluedMap<String, String> form, String name) {
        String typed = text(form, name);
        DateReader.Result read = DateReader.read(typed);
        if (read.day() == null) {
            throw new InvalidInput(name, read.fault());
        }
        return read.day();
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        String typed = form.getFirst(name);
        return typed == null ? "" : typed.strip();
    }
}
