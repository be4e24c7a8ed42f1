package jp.toritsugi.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** 事業承継ネットワーク: one prefecture's network, the tenant key of every row. */
@Entity
public class Network {
    @Id
    private String code;

    private String name;

    protected Network() {}

    /** JIS X 0401 prefecture code, two digits. */
    public String code() {
        return code;
    }

    public String name() {
        return name;
    }
}
