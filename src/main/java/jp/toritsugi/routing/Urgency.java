package jp.toritsugi.routing;

import java.util.Arrays;
import java.util.Optional;

/** 緊急度, from low to high. */
public enum Urgency {
    LOW("low", "低"),
    MEDIUM("medium", "中"),
    HIGH("high", "高");

    private static final Urgency[] ALL = values();

    private final String code;
    private final String label;

    Urgency(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    Urgency up() {
        return ALL[Math.min(ordinal() + 1, ALL.length - 1)];
    }

    Urgency down() {
        return ALL[Math.max(ordinal() - 1, 0)];
    }

    public static Optional<Urgency> find(String code) {
        return Arrays.stream(ALL).filter(one -> one.code.equals(code)).findFirst();
    }
}
