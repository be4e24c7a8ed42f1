package jp.toritsugi.provision;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.toritsugi.frame.CsvFile;

/** 第三者提供記録 for a spreadsheet. */
final class ProvisionCsv {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Tokyo"));

    private static final List<String> COLUMNS = List.of(
            "提供記録", "提供日時", "提供元", "提供先", "提供先の種類", "本人", "提供した項目", "根拠", "同意日", "同意の取得方法", "同意の文言", "提供した人", "取消し日時",
            "取消しの理由");

    private ProvisionCsv() {}

    static byte[] of(List<ProvisionView> provisions) {
        CsvFile csv = new CsvFile();
        csv.line(COLUMNS.toArray());
        provisions.forEach(provision -> csv.line(cells(provision).toArray()));
        return csv.bytes();
    }

    static byte[] of(Disclosure disclosure) {
        CsvFile csv = new CsvFile();
        csv.line("第三者提供記録の開示");
        csv.line("本人", disclosure.person());
        csv.line("作成日時", moment(disclosure.madeAt()));
        csv.line("作成した機関", disclosure.madeAtInstitution());
        csv.line("");
        csv.line(with(COLUMNS, "診断日", "提供先が閲覧した日時"));
        for (Disclosure.Line line : disclosure.lines()) {
            String views = line.views().stream().map(ProvisionCsv::moment).collect(Collectors.joining("、"));
            csv.line(with(cells(line.provision()), line.interviewedOn(), views));
        }
        return csv.bytes();
    }

    private static List<Object> cells(ProvisionView provision) {
        return Arrays.asList(
                provision.id(),
                moment(provision.providedAt()),
                provision.fromName(),
                provision.toName(),
                provision.recipient().label(),
                provision.person(),
                provision.itemLabels(),
                provision.basis().label(),
                provision.consentedOn(),
                provision.consentMeansLabel(),
                provision.consentWording(),
                provision.providedByName(),
                moment(provision.recalledAt()),
                provision.recalledBecause());
    }

    private static Object[] with(List<?> cells, Object... more) {
        return Stream.concat(cells.stream(), Arrays.stream(more)).toArray();
    }

    private static String moment(Instant moment) {
        return moment == null ? "" : MOMENT.format(moment);
    }
}
