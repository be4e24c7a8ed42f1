package jp.toritsugi.breakglass;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.toritsugi.frame.CsvFile;

/** A month's openings for a spreadsheet. */
final class BreakGlassCsv {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

    private BreakGlassCsv() {}

    static byte[] of(List<BreakGlassView> glasses) {
        CsvFile csv = new CsvFile();
        csv.line("開いた日時", "終わる日時", "開いた人", "利用者名", "所属", "診断票", "実施機関", "理由", "確認した人", "確認日時");
        for (BreakGlassView glass : glasses) {
            csv.line(
                    MOMENT.format(glass.openedAt()),
                    MOMENT.format(glass.endsAt()),
                    glass.displayName(),
                    glass.userName(),
                    glass.atInstitution(),
                    glass.diagnosis(),
                    glass.institution(),
                    glass.reason(),
                    glass.confirmedByName(),
                    moment(glass.confirmedAt()));
        }
        return csv.bytes();
    }

    private static String moment(Instant at) {
        return at == null ? null : MOMENT.format(at);
    }
}
