package jp.toritsugi.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** How a desk takes cases: its people work here, or the secretariat writes down what they say on paper or telephone. */
public enum Channel {
    SYSTEM("system", "この仕組みで"),
    PAPER("paper", "紙で"),
    TELEPHONE("telephone", "電話で");

    private final String code;
    private final String label;

    Channel(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public static Optional<Channel> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /** @throws IllegalArgumentException for a code that is none of ours */
    @JsonCreator
    public static Channel of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("窓口の受け方ではありません: " + code));
    }
}
