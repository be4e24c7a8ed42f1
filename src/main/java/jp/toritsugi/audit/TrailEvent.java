package jp.toritsugi.audit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing somebody did. Who and when is added by {@link Trail}.
 *
 * @param kind what it was done to: diagnosis, report, import, member, institution, provision, person, setting, trail…
 * @param subject which one: an id or a code, never a name; null where there are many
 * @param institution whose it was, or null
 * @param details facts that explain it later, without personal data: how many, which revision, which purpose
 */
public record TrailEvent(Action action, String kind, String subject, String institution, Map<String, Object> details) {

    public static TrailEvent of(Action action, String kind, Object subject, String institution) {
        return new TrailEvent(action, kind, subject == null ? null : subject.toString(), institution, Map.of());
    }

    /** The same with one fact more; a null fact is left out. */
    public TrailEvent with(String name, Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new TrailEvent(action, kind, subject, institution, more);
    }
}
