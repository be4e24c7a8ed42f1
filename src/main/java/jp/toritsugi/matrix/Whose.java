package jp.toritsugi.matrix;

/** Whose thing an attempt asks for. */
public enum Whose {
    /** The endpoint is about no thing in particular. */
    NOBODYS("－"),
    OWN("自分（自機関）"),
    OTHERS("ほかの機関（同意なし）"),
    OTHERS_SHARED("ほかの機関（同意あり）"),
    ELSEWHERE("ほかのネットワーク");

    private final String label;

    Whose(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
