package jp.toritsugi.queue;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Violation;
import jp.toritsugi.query.TypedFilters;

/**
 * Which part of the queue is asked for.
 *
 * @param typed the filters as they were typed: codes, never names
 */
record QueueQuery(Map<String, String> typed) {
    /** What narrows the queue down, in the order it is offered. */
    static final List<String> FILTERS = List.of("area", "municipality", "leaf", "kind", "institution", "mine");

    private static final List<String> NAMES =
            List.of("tab", "area", "municipality", "leaf", "kind", "institution", "mine", "sort", "limit", "after");

    /** @throws InvalidInput for a filter there is not, or a value it does not take */
    static QueueQuery of(MultivaluedMap<String, String> parameters) {
        return new QueueQuery(TypedFilters.read(parameters, NAMES));
    }

    QueueQuery {
        List<Violation> faults = new ArrayList<>();
        check(faults, typed, "tab", value -> QueueTab.find(value).isPresent(), "この区分けはありません。");
        check(faults, typed, "sort", value -> QueueSort.find(value).isPresent(), "urgency、deadline、waiting のどれかです。");
        check(faults, typed, "kind", value -> RecipientKind.find(value).isPresent(), "この取次先の種類はありません。");
        check(faults, typed, "leaf", value -> value.matches("[ABCDU]"), "A、B、C、D、U のどれかです。");
        check(faults, typed, "mine", value -> value.equals("true"), "true だけを指定できます。");
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static void check(
            List<Violation> faults,
            Map<String, String> typed,
            String name,
            java.util.function.Predicate<String> sound,
            String message) {
        String value = typed.get(name);
        if (value != null && !sound.test(value)) {
            faults.add(new Violation(name, message));
        }
    }

    String get(String name) {
        return typed.get(name);
    }

    QueueTab tab() {
        return QueueTab.find(typed.get("tab")).orElse(QueueTab.ALL);
    }

    QueueSort sort() {
        return QueueSort.find(typed.get("sort")).orElse(QueueSort.URGENCY);
    }

    boolean mine() {
        return typed.containsKey("mine");
    }

    String after() {
        return typed.get("after");
    }

    boolean isNarrowed() {
        return FILTERS.stream().anyMatch(typed::containsKey);
    }

    /** The same with another value, from the beginning of the list; null takes the filter away. */
    QueueQuery with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(typed);
        changed.remove("after");
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new QueueQuery(changed);
    }
}
