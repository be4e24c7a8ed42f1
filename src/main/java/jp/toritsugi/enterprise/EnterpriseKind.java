package jp.toritsugi.enterprise;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;

/** 法人・個人の別. */
public enum EnterpriseKind {
    @JsonProperty("corporation")
    CORPORATION("法人"),
    @JsonProperty("sole-proprietor")
    @JsonAlias("individual")
    SOLE_PROPRIETOR("個人");

    private final String label;

    EnterpriseKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
