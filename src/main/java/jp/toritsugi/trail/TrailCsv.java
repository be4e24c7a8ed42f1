package jp.toritsugi.trail;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.access.WhoAsks;
import jp.toritsugi.japan.SpreadsheetCell;
import jp.toritsugi.query.SqlConditions;

/**
 * Entries for a spreadsheet: UTF-8 with BOM, CRLF, all fields quoted, no field a formula. Written page by page, so that
 * any number of them takes the memory of one page. The last three columns are what anybody needs to check a line:
 * SHA-256 over the bytes of the hash before and the text gives the hash.
 */
@ApplicationScoped
class TrailCsv {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int PAGE = 500;
    private static final String COLUMNS = TrailEntry.IN_SHORT
            + ", encode(trail_hash_before(chain, position), 'hex') hash_before, trail_text(trail) hashed";

    private final EntityManager entities;
    private final WhoAsks who;
    private final ObjectMapper json;

    TrailCsv(EntityManager entities, WhoAsks who, ObjectMapper json) {
        this.entities = entities;
        this.who = who;
        this.json = json;
    }

    private record Row(TrailEntry entry, String hashBefore, String hashed) {}

    void write(SqlConditions filters, Viewer viewer, OutputStream out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(out, StandardCharsets.UTF_8)) {
            csv.writeRecord(
                    "番号", "日時", "利用者名", "氏名", "役割", "所属", "操作", "対象の種類", "対象", "対象の機関", "詳細", "鎖", "位置", "ハッシュ",
                    "直前のハッシュ", "ハッシュした文");
            TrailEntry after = null;
            List<Row> page;
            do {
                page = page(filters, after, viewer);
                page.forEach(row -> write(row, csv));
                after = page.isEmpty() ? null : page.get(page.size() - 1).entry();
            } while (page.size() == PAGE);
        }
    }

    /** In the name of the one who asked, whose request may be over by now as far as the framework is concerned. */
    private List<Row> page(SqlConditions filters, TrailEntry after, Viewer viewer) {
        return who.inTheNameOf(viewer, () -> QuarkusTransaction.requiringNew().call(() -> rows(filters, after)));
    }

    @SuppressWarnings("unchecked")
    private List<Row> rows(SqlConditions filters, TrailEntry after) {
        SqlConditions where = new SqlConditions();
        where.add(filters);
        if (after != null) {
            where.add("(at, id) < (:afterAt, :afterId)", "afterAt", after.at());
            where.bind("afterId", after.id());
        }
        Query rows = entities.createNativeQuery(
                "select " + COLUMNS + " from trail where " + where.text() + " order by at desc, id desc limit :limit",
                Tuple.class);
        where.bindTo(rows);
        rows.setParameter("limit", PAGE);
        return ((List<Tuple>) rows.getResultList())
                .stream()
                        .map(row -> new Row(
                                TrailEntry.of(row, json),
                                row.get("hash_before", String.class),
                                row.get("hashed", String.class)))
                        .toList();
    }

    private static void write(Row row, CsvWriter csv) {
        TrailEntry entry = row.entry();
        csv.writeRecord(
                String.valueOf(entry.id()),
                entry.at().atZone(TrailMoments.JAPAN).toOffsetDateTime().toString(),
                safe(entry.actor()),
                safe(entry.actorName()),
                entry.actorRole() == null ? "" : Roles.label(entry.actorRole()),
                safe(entry.actorInstitution()),
                TrailWords.action(entry.action()),
                safe(TrailWords.kind(entry.kind())),
                safe(entry.subject()),
                safe(entry.institution()),
                safe(TrailWords.details(entry.details())),
                String.valueOf(entry.chain()),
                String.valueOf(entry.position()),
                entry.hash(),
                row.hashBefore(),
                // begins with a bracket always
                row.hashed());
    }

    private static String safe(String text) {
        return text == null ? "" : SpreadsheetCell.neutral(text);
    }
}
