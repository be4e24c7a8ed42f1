package jp.toritsugi.report;

/** Which answers a table counts. */
public enum Basis {
    AS_WRITTEN("as-written", "公表方式", "書かれた回答をすべて数えます。割合の分母は、その設問に回答した人の数です。"),
    ON_BRANCH("on-branch", "分岐整合方式", "分岐にしたがって聞かれた回答だけを数えます。分岐外の回答は含みません。");

    private final String code;
    private final String label;
    private final String meaning;

    Basis(String code, String label, String meaning) {
        this.code = code;
        this.label = label;
        this.meaning = meaning;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }

    /** @throws RequestReader.Unreadable for a basis there is not */
    static Basis of(String code) {
        for (Basis basis : values()) {
            if (basis.code.equals(code)) {
                return basis;
            }
        }
        throw new RequestReader.Unreadable("as-written（公表方式）か on-branch（分岐整合方式）を指定してください。");
    }
}
