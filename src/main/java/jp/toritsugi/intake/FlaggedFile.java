package jp.toritsugi.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import jp.toritsugi.japan.SpreadsheetCell;
import jp.toritsugi.lines.Flag;

/** All lines worth a look, for a spreadsheet: line number, kind, sentence. No cell is a formula. */
final class FlaggedFile {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private FlaggedFile() {}

    static Response download(ImportRun run, Path details, ObjectMapper mapper) {
        StreamingOutput rows = out -> {
            out.write(BYTE_ORDER_MARK);
            try (BufferedReader reader = Spill.reader(details);
                    CsvWriter csv = CsvWriter.builder()
                            .lineDelimiter(LineDelimiter.CRLF)
                            .quoteStrategy(QuoteStrategies.ALWAYS)
                            .build(out, StandardCharsets.UTF_8)) {
                csv.writeRecord("行", "種類", "内容");
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    JsonNode flag = mapper.readTree(line);
                    csv.writeRecord(
                            flag.get("line").asText(),
                            Flag.Kind.label(flag.get("flag").textValue()),
                            SpreadsheetCell.neutral(flag.get("message").textValue()));
                }
            }
        };
        String name = "flagged-" + run.id.toString().substring(0, 8) + ".csv";
        return Response.ok(rows, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
