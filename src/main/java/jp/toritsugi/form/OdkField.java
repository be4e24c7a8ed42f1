package jp.toritsugi.form;

import java.util.List;

/** A field around the questions in the ODK export, named after the import file's column so that answers come back in. */
enum OdkField {
    REFERENCE("reference", "text", "string", "管理番号", false),
    INTERVIEWED_ON("interviewed_on", "date", "date", "診断日", true),
    ENTERPRISE_NAME("enterprise_name", "text", "string", "事業者名", true),
    REPRESENTATIVE_AGE("representative_age", "integer", "int", "代表者年齢", false),
    NOTE("note", "text", "string", "備考", false);

    final String fieldName;
    /** Type in an XLSForm. */
    final String type;
    /** Type in an XForm. */
    final String bindType;

    final String label;
    final boolean required;

    OdkField(String fieldName, String type, String bindType, String label, boolean required) {
        this.fieldName = fieldName;
        this.type = type;
        this.bindType = bindType;
        this.label = label;
        this.required = required;
    }

    static List<OdkField> beforeQuestions() {
        return List.of(REFERENCE, INTERVIEWED_ON, ENTERPRISE_NAME, REPRESENTATIVE_AGE);
    }

    static List<OdkField> afterQuestions() {
        return List.of(NOTE);
    }
}
