package jp.toritsugi.queue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of the queue. Its condition asks for columns that cases and the tally have in common, so that what is listed and
 * what is counted cannot part.
 */
public enum QueueTab {
    HIGH("high", "緊急度 高", "rank = 3", States.REVIEW),
    LATE("late", "期限超過", "queue_due < cast(:today as date)", States.WAITING),
    RETURNED("returned", "差戻し", "returned", States.REVIEW),
    TODAY("today", "今日期限", "queue_due = cast(:today as date)", States.WAITING),
    REVIEW("review", "取次待ち", null, States.REVIEW),
    MISSING("missing", "不足確認中", null, List.of("missing")),
    /** The diagnosing institution owes an answer. */
    MISSING_LATE("missing-late", "不足確認の期限超過", "queue_due < cast(:today as date)", List.of("missing")),
    REFERRED("referred", "取次中", null, List.of("referred")),
    OWN("own", "自機関対応", null, List.of("own")),
    ALL("all", "すべて", null, States.WAITING);

    private static final class States {
        static final List<String> REVIEW = List.of("review");
        /** Somebody has to do something by a day. */
        static final List<String> WAITING = List.of("review", "missing", "referred");

        private States() {}
    }

    private final String code;
    private final String label;
    private final String condition;
    private final List<String> states;

    QueueTab(String code, String label, String condition, List<String> states) {
        this.code = code;
        this.label = label;
        this.condition = condition;
        this.states = states;
    }

    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    List<String> states() {
        return states;
    }

    /** In SQL; {@code :today} is bound by whoever asks. */
    String condition() {
        String within = states.stream().map(state -> "'" + state + "'").collect(Collectors.joining(", "));
        return Stream.of("state in (" + within + ")", condition)
                .filter(part -> part != null)
                .collect(Collectors.joining(" and "));
    }

    static Optional<QueueTab> find(String code) {
        return Arrays.stream(values()).filter(tab -> tab.code.equals(code)).findFirst();
    }
}
