package jp.toritsugi.rulechange;

import java.util.List;
import jp.toritsugi.frame.CsvFile;
import jp.toritsugi.rulechange.TrialResult.Outcome;

/** A report as one long table for a spreadsheet: the first column says which part a line belongs to. */
final class TrialCsv {
    private TrialCsv() {}

    static byte[] of(RuleDraft draft, TrialReport report, List<TrialReader.Moved> moves) {
        CsvFile csv = new CsvFile();
        csv.line("表", "前", "後", "週", "件数（前）", "件数（後）", "受付番号");
        csv.line("下書きの版", null, draft.name(), null, null, null, null);
        csv.line("比べた版", report.base(), null, null, null, null, null);
        csv.line("照合値", report.baseChecksum(), report.checksum(), null, null, null, null);
        csv.line("診断日の期間", report.from(), report.until(), null, null, null, null);
        csv.line("当てはめた診断票", null, null, null, report.cases(), report.cases(), null);
        csv.line("結果が変わる診断票", null, null, null, null, report.changed(), null);
        csv.line("取次先が変わる診断票", null, null, null, null, report.moved(), null);
        TrialResult result = report.result();
        result.destinations()
                .forEach(one -> csv.line(
                        "取次先",
                        TrialWords.destination(one.from()),
                        TrialWords.destination(one.to()),
                        null,
                        null,
                        one.cases(),
                        null));
        result.rules()
                .forEach(one -> csv.line(
                        "決まり", TrialWords.rule(one.from()), TrialWords.rule(one.to()), null, null, one.cases(), null));
        result.urgencies()
                .forEach(one -> csv.line(
                        "緊急度",
                        TrialWords.urgency(one.from()),
                        TrialWords.urgency(one.to()),
                        null,
                        null,
                        one.cases(),
                        null));
        result.gates().forEach(one -> csv.line("関所", one.gate(), one.gate(), null, one.before(), one.after(), null));
        result.load()
                .forEach(one -> csv.line(
                        "はじめの相談先の件数",
                        TrialWords.destination(one.kind()),
                        TrialWords.destination(one.kind()),
                        one.week(),
                        one.before(),
                        one.after(),
                        null));
        result.load().stream()
                .filter(one -> one.besideBefore() + one.besideAfter() > 0)
                .forEach(one -> csv.line(
                        "あわせてすすめる件数",
                        TrialWords.destination(one.kind()),
                        TrialWords.destination(one.kind()),
                        one.week(),
                        one.besideBefore(),
                        one.besideAfter(),
                        null));
        moves.forEach(one ->
                csv.line("結果が変わる診断票の一覧", said(one.before()), said(one.after()), null, null, null, one.receipt()));
        csv.line("一覧に出ない診断票（見える範囲の外など）", null, null, null, null, report.changed() - moves.size(), null);
        return csv.bytes();
    }

    private static String said(Outcome one) {
        return String.join(
                " / ",
                TrialWords.destination(one.to()),
                TrialWords.rule(one.rule()),
                TrialWords.urgency(one.urgency()),
                TrialWords.gates(one.gates()),
                TrialWords.kinds(one.additional()),
                TrialWords.kinds(one.blocked()),
                one.reviewOn() == null ? "" : one.reviewOn());
    }
}
