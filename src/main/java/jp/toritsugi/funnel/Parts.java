package jp.toritsugi.funnel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;

/** What the funnel is taken apart by. Each sheet lies in exactly one part, so that the parts add up to the whole. */
public enum Parts {
    INSTITUTION_TYPE("institutionType", "機関の種別"),
    INSTITUTION("institution", "支援機関"),
    AREA("area", "地域"),
    LEAF("leaf", "到達区分"),
    MONTH("month", "月"),
    KIND("kind", "取次先の種類");

    private final String code;
    private final String label;

    Parts(String code, String label) {
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

    static Optional<Parts> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /** Single institutions are for the secretariat; who sees one institution only need not tell it from others. */
    static List<Parts> of(Viewer viewer) {
        return Arrays.stream(values())
                .filter(one -> one != INSTITUTION || viewer.role().equals(Roles.COORDINATOR))
                .filter(one -> one != INSTITUTION_TYPE || viewer.confinedTo().isEmpty())
                .toList();
    }
}
