package jp.toritsugi.provision;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.japan.SpreadsheetText;

/** 第三者提供記録 for a spreadsheet. */
final class ProvisionCsv {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Tokyo"));

    private ProvisionCsv() {}

    static byte[] of(List<ProvisionView> provisions) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                "提供記録", "提供日時", "提供元", "提供先", "提供先の種類", "本人", "提供した項目", "根拠", "同意日", "同意の取得方法", "同意の文言", "提供した人",
                "取消し日時", "取消しの理由"));
        provisions.forEach(provision -> lines.add(line(provision)));
        return SpreadsheetText.of(lines);
    }

    static byte[] of(Disclosure disclosure) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("第三者提供記録の開示"));
        lines.add(List.of("本人", disclosure.person()));
        lines.add(List.of("作成日時", moment(disclosure.madeAt())));
        lines.add(List.of("作成した機関", disclosure.madeAtInstitution()));
        lines.add(List.of(""));
        lines.add(List.of(
                "提供記録",
                "提供日時",
                "提供元",
                "提供先",
                "提供先の種類",
                "本人",
                "提供した項目",
                "根拠",
                "同意日",
                "同意の取得方法",
                "同意の文言",
                "提供した人",
                "取消し日時",
                "取消しの理由",
                "診断日",
                "提供先が閲覧した日時"));
        for (Disclosure.Line line : disclosure.lines()) {
            List<String> cells = new ArrayList<>(line(line.provision()));
            cells.add(line.interviewedOn().toString());
            cells.add(String.join(
                    "、", line.views().stream().map(ProvisionCsv::moment).toList()));
            lines.add(cells);
        }
        return SpreadsheetText.of(lines);
    }

    private static List<String> line(ProvisionView provision) {
        return List.of(
                provision.id().toString(),
                moment(provision.providedAt()),
                provision.fromName(),
                provision.toName(),
                provision.recipient().label(),
                provision.person(),
                provision.itemLabels(),
                provision.basis().label(),
                text(provision.consentedOn()),
                provision.consentMeansLabel(),
                text(provision.consentWording()),
                provision.providedByName(),
                moment(provision.recalledAt()),
                text(provision.recalledBecause()));
    }

    private static String moment(Instant moment) {
        return moment == null ? "" : MOMENT.format(moment);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
