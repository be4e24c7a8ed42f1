package jp.toritsugi.provision;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** 提供する項目: the groups of a sheet that may be passed on. A candidate's name is none of them. */
public enum ProvidedItem {
    INTERVIEW("interview", "診断日・契機", true),
    ENTERPRISE("enterprise", "企業", true),
    REPRESENTATIVE("representative", "代表者", true),
    ANSWERS("answers", "回答", true),
    COMMENTS("comments", "設問ごとのメモ", true),
    LEAF("leaf", "到達区分", true),
    WISHES("wishes", "支援の希望", true),
    FACTS("facts", "状況", true),
    /** 要配慮個人情報: only when somebody chooses it. */
    HEALTH_CONCERN("health-concern", "健康上の懸念", false),
    NOTE("note", "備考", false);

    private final String code;
    private final String label;
    private final boolean usual;

    ProvidedItem(String code, String label, boolean usual) {
        this.code = code;
        this.label = label;
        this.usual = usual;
    }

    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** Whether it is passed on where nothing else is said. */
    public boolean usual() {
        return usual;
    }

    static List<ProvidedItem> usualOnes() {
        return Arrays.stream(values()).filter(ProvidedItem::usual).toList();
    }

    static Optional<ProvidedItem> find(String code) {
        return Arrays.stream(values()).filter(item -> item.code.equals(code)).findFirst();
    }

    /** @throws IllegalArgumentException for a code that is none of ours */
    @JsonCreator
    static ProvidedItem of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("提供できる項目ではありません: " + code));
    }
}
