package jp.toritsugi.routing;

import java.util.Arrays;
import java.util.Optional;

/** Facts beside the answers that are there, are not, or are unknown. */
public enum Fact {
    DEBT_RESCHEDULING("debtRescheduling", "返済条件の変更中"),
    INSOLVENT("insolvent", "債務超過"),
    CASH_TIGHT("cashTight", "資金繰り逼迫"),
    CLOSING("closing", "廃業意向"),
    LOANS("loans", "借入"),
    GUARANTEE("guarantee", "経営者保証"),
    SHARES_DISPERSED("sharesDispersed", "株式の分散"),
    INHERITANCE_CONCERN("inheritanceConcern", "相続の懸念"),
    TAX_RELIEF("taxRelief", "税制利用の希望"),
    DISPUTE("dispute", "株主・親族の対立"),
    HEALTH_CONCERN("healthConcern", "健康上の懸念"),
    OPEN_SEARCH("openSearch", "公開での後継者探しの承諾");

    private final String code;
    private final String label;

    Fact(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public static Optional<Fact> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
