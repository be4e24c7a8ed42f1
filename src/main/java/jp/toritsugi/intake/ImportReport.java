package jp.toritsugi.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to an import for programs: counts, then every fault of every rejected line, then every flag. It may
 * be far larger than memory and is put together while it is sent.
 */
@Schema(name = "ImportReport")
record ImportReport(
        UUID id,
        boolean dryRun,
        String mode,
        String encoding,
        String delimiter,
        @Schema(description = "見出しと空行を除いた行数") int lines,
        @Schema(description = "取り込める行数（unchanged を含む）") int accepted,
        @Schema(description = "新しく記録した行数") int recorded,
        @Schema(description = "同じ内容で記録済みだった行数") int unchanged,
        int rejectedLines,
        int flaggedLines,
        List<String> unknownColumns,
        List<String> notices,
        @Schema(description = "直して送り直すための、理由を添えたCSVの場所。無ければnull") String rejectedFile,
        @Schema(description = "取り込めない行。誤り一つに一件") List<Rejected> rejected,
        @Schema(description = "取り込むが確かめてほしい行") List<Flagged> flagged) {
    /** @param line physical line of the file, the header being line 1 */
    record Rejected(int line, String column, String reason) {}

    /** @param flag {@code off-branch}, {@code under-60}, {@code duplicate}, {@code completed-code}, {@code age-differs} */
    record Flagged(int line, String flag, String message) {}

    static void write(OutputStream out, ImportRun run, Path rejected, Path flagged, ObjectMapper mapper)
            throws IOException {
        try (JsonGenerator json = mapper.getFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("id", run.id.toString());
            json.writeBooleanField("dryRun", run.dryRun);
            json.writeStringField("mode", run.mode);
            json.writeStringField("encoding", run.encoding);
            json.writeStringField("delimiter", run.delimiter);
            json.writeNumberField("lines", run.lines);
            json.writeNumberField("accepted", run.accepted);
            json.writeNumberField("recorded", run.recorded);
            json.writeNumberField("unchanged", run.unchanged);
            json.writeNumberField("rejectedLines", run.rejectedLines);
            json.writeNumberField("flaggedLines", run.flaggedLines);
            json.writePOJOField("unknownColumns", run.unknownColumns);
            json.writePOJOField("notices", notices(run.unknownColumns, run.ownInstitutionLines));
            json.writeStringField(
                    "rejectedFile", run.rejectedLines == 0 ? null : "/api/v1/imports/" + run.id + "/rejected.csv");
            copy(json, "rejected", rejected);
            copy(json, "flagged", flagged);
            json.writeEndObject();
        }
    }

    /** What concerns the file rather than a line. */
    static List<String> notices(List<String> unknownColumns, int ownInstitutionLines) {
        List<String> notices = new ArrayList<>();
        if (!unknownColumns.isEmpty()) {
            notices.add("読み飛ばした列があります：" + String.join("、", unknownColumns));
        }
        if (ownInstitutionLines > 0) {
            notices.add("実施機関が書かれていない行が" + ownInstitutionLines + "行あります。事務局の診断として記録します。");
        }
        return notices;
    }

    private static void copy(JsonGenerator json, String name, Path lines) throws IOException {
        json.writeArrayFieldStart(name);
        try (BufferedReader reader = Spill.reader(lines)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                json.writeRawValue(line);
            }
        }
        json.writeEndArray();
    }
}
