package jp.toritsugi.queue;

import java.util.Arrays;
import java.util.Optional;

/** In which order the queue is read. */
enum QueueSort {
    /** What is late stands on top until it is dealt with; then by urgency, then by deadline. */
    URGENCY("urgency", "緊急度と期限"),
    DEADLINE("deadline", "期限"),
    WAITING("waiting", "待ち日数");

    private final String code;
    private final String label;

    QueueSort(String code, String label) {
        this.code = code;
        this.label = label;
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    static Optional<QueueSort> find(String code) {
        return Arrays.stream(values()).filter(sort -> sort.code.equals(code)).findFirst();
    }
}
