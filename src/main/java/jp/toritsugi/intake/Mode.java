package jp.toritsugi.intake;

import java.util.Arrays;
import java.util.Optional;

/** What becomes of the good lines of a file that has bad ones. */
enum Mode {
    ALL_OR_NOTHING("all-or-nothing"),
    GOOD_LINES("good-lines");

    private final String code;

    Mode(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<Mode> find(String code) {
        return Arrays.stream(values()).filter(mode -> mode.code.equals(code)).findFirst();
    }
}
