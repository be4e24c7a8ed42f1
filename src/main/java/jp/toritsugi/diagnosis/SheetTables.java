package jp.toritsugi.diagnosis;

/**
 * The three tables of a sheet, column by column, for writing many at once. The entities say what is in a row; that both
 * ways fill the same columns with the same values is tested.
 */
final class SheetTables {
    static final CopyTable<Diagnosis> DIAGNOSIS = new CopyTable<Diagnosis>("diagnosis")
            .with("id", row -> row.id)
            .with("network", row -> row.network)
            .with("institution", row -> row.institution)
            .with("questionnaire", row -> row.questionnaire)
            .with("questionnaire_version", row -> row.questionnaireVersion)
            .with("status", row -> row.status)
            .with("revision", row -> row.revision)
            .with("reference", row -> row.reference)
            .with("interviewed_on", row -> row.interviewedOn)
            .with("enterprise_name", row -> row.enterpriseName)
            .with("enterprise_kana", row -> row.enterpriseKana)
            .with("sort_name", row -> row.sortName)
            .with("corporate_number", row -> row.corporateNumber)
            .with("municipality", row -> row.municipality)
            .with("industry", row -> row.industry)
            .with("representative_name", row -> row.representativeName)
            .with("age", row -> row.age)
            .with("search_key", row -> row.searchKey)
            .with("search_grams", row -> row.searchGrams)
            .with("firm_key", row -> row.firmKey)
            .with("leaf", row -> row.leaf)
            .with("leaf_state", row -> row.leafState)
            .with("off_branch", row -> row.offBranch)
            .with("marks", row -> row.marks)
            .with("receipt", row -> row.receipt)
            .with("recorded_at", row -> row.recordedAt)
            .with("recorded_by", row -> row.recordedBy)
            .with("changed_at", row -> row.changedAt);

    static final CopyTable<Revision> REVISION = new CopyTable<Revision>("diagnosis_revision")
            .with("diagnosis", row -> row.diagnosis)
            .with("revision", row -> row.revision)
            .with("kind", row -> row.kind)
            .with("content", row -> row.content)
            .with("content_hash", row -> row.contentHash)
            .with("reason", row -> row.reason)
            .with("made_at", row -> row.madeAt)
            .with("made_by", row -> row.madeBy)
            .with("made_by_name", row -> row.madeByName)
            .with("made_at_institution", row -> row.madeAtInstitution);

    static final CopyTable<CountedSheet> SHEET = new CopyTable<CountedSheet>("diagnosis_sheet")
            .with("diagnosis", row -> row.diagnosis)
            .with("revision", row -> row.revision)
            .with("network", row -> row.network)
            .with("institution", row -> row.institution)
            .with("questionnaire", row -> row.questionnaire)
            .with("questionnaire_version", row -> row.questionnaireVersion)
            .with("interviewed_on", row -> row.interviewedOn)
            .with("municipality", row -> row.municipality)
            .with("industry", row -> row.industry)
            .with("age", row -> row.age)
            .with("leaf", row -> row.leaf)
            .with("marks", row -> row.marks)
            .with("known_from", row -> row.knownFrom);

    private SheetTables() {}
}
