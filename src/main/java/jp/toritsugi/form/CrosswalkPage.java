package jp.toritsugi.form;

import java.util.List;
import jp.toritsugi.questionnaire.Crosswalk;
import jp.toritsugi.questionnaire.Questionnaire;

/** 版の対応表. */
record CrosswalkPage(String title, List<Questionnaire> versions, List<Row> rows) {

    record Row(String name, List<Cell> cells, String comparable, String code, String note) {}

    /** What one version has of a series; no words = nothing comparable. */
    record Cell(String version, String words, String detail) {}

    static CrosswalkPage of(Crosswalk crosswalk, List<Questionnaire> versions) {
        return new CrosswalkPage(
                versions.get(0).title(),
                versions,
                crosswalk.series().stream().map(series -> row(series, versions)).toList());
    }

    private static Row row(Crosswalk.Series series, List<Questionnaire> versions) {
        return new Row(
                series.name(),
                versions.stream().map(version -> cell(series, version)).toList(),
                series.comparable().label(),
                series.comparable().code(),
                series.note());
    }

    private static Cell cell(Crosswalk.Series series, Questionnaire version) {
        String name = version.id().version() + "年版";
        Crosswalk.Member member = series.members().get(version.id().version());
        if (member == null) {
            return new Cell(name, "－", "");
        }
        String detail = member.question() == null
                ? String.join(
                        "、",
                        member.leaves().stream()
                                .map(leaf -> version.leaf(leaf).orElseThrow().name())
                                .toList())
                : version.question(member.question()).orElseThrow().text();
        return new Cell(name, member.inWords(), detail);
    }
}
