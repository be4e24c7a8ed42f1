package jp.toritsugi.form;

/** The pages about one version. */
enum Tab {
    FLOW("", "流れ図"),
    QUESTIONS("/questions", "設問一覧"),
    LEAVES("/leaves", "到達区分と助言"),
    CERTIFICATE("/certificate", "経路証明書");

    private final String path;
    private final String label;

    Tab(String path, String label) {
        this.path = path;
        this.label = label;
    }

    String path() {
        return path;
    }

    String label() {
        return label;
    }
}
