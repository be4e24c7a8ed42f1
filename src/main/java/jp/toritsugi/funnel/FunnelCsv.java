package jp.toritsugi.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.toritsugi.frame.CsvFile;

/** The same figures for a spreadsheet. */
final class FunnelCsv {
    private FunnelCsv() {}

    static byte[] of(Funnel funnel, FunnelQuestion question, String network) {
        CsvFile csv = new CsvFile();
        csv.line("取次の行方");
        csv.line("ネットワーク", network);
        csv.line("範囲", question.sheets().whose());
        csv.line("期間", question.sheets().period() + "（" + question.sheets().days() + "）");
        question.sheets().words().forEach(word -> csv.line("条件（" + word.name() + "）", word.value()));
        if (question.kind() != null) {
            csv.line("条件（取次先の種類）", question.kind().label());
        }
        csv.line("診断件数", funnel.diagnoses());
        csv.line("");
        steps(csv, funnel);
        stops(csv, funnel);
        outcomes(csv, funnel);
        parts(csv, funnel);
        csv.line("段階", "数え方");
        for (FunnelStep step : FunnelStep.values()) {
            csv.line(step.label(), step.meaning());
        }
        return csv.bytes();
    }

    private static void steps(CsvFile csv, Funnel funnel) {
        csv.line(
                "段階",
                "件数",
                "うち記録あり",
                "前の段階からの割合（％）",
                "前の段階の件数",
                "診断からの割合（％）",
                "ここで止まった件数",
                "営業日・中央値",
                "営業日・90％点",
                "営業日・件数");
        for (Funnel.Step step : funnel.steps()) {
            FunnelAge age = step.age();
            csv.line(
                    step.label(),
                    step.count(),
                    step.recorded(),
                    step.ofBefore() == null ? "" : percent(step.ofBefore()),
                    step.ofBefore() == null ? "" : step.ofBefore().of(),
                    percent(step.ofDiagnoses()),
                    step.stopped(),
                    age == null ? "－" : age.median(),
                    age == null ? "－" : age.ninetieth(),
                    age == null ? 0 : age.n());
        }
        csv.line(
                "提案と違う取次先",
                funnel.overridden().count(),
                "",
                percent(funnel.overridden()),
                funnel.overridden().of());
        csv.line("");
    }

    private static void stops(CsvFile csv, Funnel funnel) {
        csv.line("止まった段階", "理由", "進行中", "件数");
        funnel.stops()
                .forEach(
                        stop -> csv.line(stop.step().label(), stop.label(), stop.waiting() ? "進行中" : "", stop.count()));
        csv.line("");
    }

    private static void outcomes(CsvFile csv, Funnel funnel) {
        csv.line("結果", "取次の完了", "取次の完了なしで終了");
        funnel.outcomes().forEach(result -> csv.line(result.label(), result.completed(), result.closed()));
        csv.line("");
    }

    private static void parts(CsvFile csv, Funnel funnel) {
        List<Object> head = new ArrayList<>(List.of(funnel.by().label()));
        Arrays.stream(FunnelStep.values()).map(FunnelStep::label).forEach(head::add);
        head.addAll(List.of("取次／診断（％）", "完了／取次（％）"));
        csv.line(head.toArray());
        funnel.parts().forEach(part -> line(csv, part));
        line(csv, funnel.total());
        csv.line("");
    }

    private static void line(CsvFile csv, Funnel.Part part) {
        List<Object> cells = new ArrayList<>(List.of(part.label()));
        cells.addAll(part.counts());
        cells.addAll(List.of(percent(part.referred()), percent(part.completed())));
        csv.line(cells.toArray());
    }

    private static Object percent(Funnel.Portion portion) {
        return portion.percent() == null ? "－" : portion.percent();
    }
}
