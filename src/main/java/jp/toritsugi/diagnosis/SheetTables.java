package jp.toritsugi.diagnosis;

/**
 * The three tables of a sheet, column by column, for writing many at once. The entities say what is in a row; that both
 * ways fill the same columns with the same values is tested.
 */
final class SheetTables {
    static final BulkTable<Diagnosis> DIAGNOSIS = new BulkTable<Diagnosis>("diagnosis")
            .with("id", "uuid", row -> row.id)
            .with("network", "text", row -> row.network)
            .with("institution", "text", row -> row.institution)
            .with("branch", "text", row -> row.branch)
            .with("entered_at", "text", row -> row.enteredAt)
            .with("shared", "boolean", row -> row.shared)
            .with("questionnaire", "text", row -> row.questionnaire)
            .with("questionnaire_version", "text", row -> row.questionnaireVersion)
            .with("status", "text", row -> row.status)
            .with("revision", "integer", row -> row.revision)
            .with("reference", "text", row -> row.reference)
            .with("interviewed_on", "date", row -> row.interviewedOn)
            .with("enterprise_name", "text", row -> row.enterpriseName)
            .with("enterprise_kana", "text", row -> row.enterpriseKana)
            .with("sort_name", "text", row -> row.sortName)
            .with("corporate_number", "text", row -> row.corporateNumber)
            .with("municipality", "text", row -> row.municipality)
            .with("industry", "text", row -> row.industry)
            .with("representative_name", "text", row -> row.representativeName)
            .with("age", "smallint", row -> row.age)
            .with("search_key", "text", row -> row.searchKey)
            .with("search_grams", "text[]", row -> row.searchGrams)
            .with("firm_key", "text", row -> row.firmKey)
            .with("leaf", "text", row -> row.leaf)
            .with("leaf_state", "text", row -> row.leafState)
            .with("off_branch", "boolean", row -> row.offBranch)
            .with("marks", "text", row -> row.marks)
            .with("receipt", "text", row -> row.receipt)
            .with("recorded_at", "timestamptz", row -> row.recordedAt)
            .with("recorded_by", "text", row -> row.recordedBy)
            .with("changed_at", "timestamptz", row -> row.changedAt);

    static final BulkTable<Revision> REVISION = new BulkTable<Revision>("diagnosis_revision")
            .with("diagnosis", "uuid", row -> row.diagnosis)
            .with("revision", "integer", row -> row.revision)
            .with("kind", "text", row -> row.kind)
            .with("content", "jsonb", row -> row.content)
            .with("content_hash", "text", row -> row.contentHash)
            .with("reason", "text", row -> row.reason)
            .with("made_at", "timestamptz", row -> row.madeAt)
            .with("made_by", "text", row -> row.madeBy)
            .with("made_by_name", "text", row -> row.madeByName)
            .with("made_at_institution", "text", row -> row.madeAtInstitution);

    static final BulkTable<CountedSheet> SHEET = new BulkTable<CountedSheet>("diagnosis_sheet")
            .with("diagnosis", "uuid", row -> row.diagnosis)
            .with("revision", "integer", row -> row.revision)
            .with("network", "text", row -> row.network)
            .with("institution", "text", row -> row.institution)
            .with("branch", "text", row -> row.branch)
            .with("questionnaire", "text", row -> row.questionnaire)
            .with("questionnaire_version", "text", row -> row.questionnaireVersion)
            .with("interviewed_on", "date", row -> row.interviewedOn)
            .with("municipality", "text", row -> row.municipality)
            .with("industry", "text", row -> row.industry)
            .with("age", "smallint", row -> row.age)
            .with("leaf", "text", row -> row.leaf)
            .with("marks", "text", row -> row.marks)
            .with("known_from", "timestamptz", row -> row.knownFrom);

    private SheetTables() {}
}
