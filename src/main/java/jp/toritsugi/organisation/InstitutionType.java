package jp.toritsugi.organisation;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Optional;

/** 支援機関の種別. */
public enum InstitutionType {
    CHAMBER("chamber", "商工会議所"),
    SOCIETY("society", "商工会"),
    FEDERATION("federation", "中央会・連合会"),
    BANK("bank", "銀行"),
    SHINKIN("shinkin", "信用金庫"),
    CREDIT_UNION("credit-union", "信用組合"),
    GUARANTEE("guarantee", "信用保証協会"),
    CENTER("center", "事業承継・引継ぎ支援センター"),
    PUBLIC("public", "その他公的機関"),
    PROFESSIONAL("professional", "士業");

    private final String code;
    private final String label;

    InstitutionType(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public static Optional<InstitutionType> find(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    /** Stored by its code, so that the database reads like the contract. */
    @Converter
    static class Column implements AttributeConverter<InstitutionType, String> {
        @Override
        public String convertToDatabaseColumn(InstitutionType type) {
            return type == null ? null : type.code;
        }

        @Override
        public InstitutionType convertToEntityAttribute(String code) {
            return code == null ? null : find(code).orElseThrow();
        }
    }
}
