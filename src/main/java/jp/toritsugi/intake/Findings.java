package jp.toritsugi.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jp.toritsugi.lines.Fault;
import jp.toritsugi.lines.Flag;
import jp.toritsugi.lines.ImportFile;
import jp.toritsugi.lines.ReadLine;

/**
 * Everything found wrong or worth a look, written to disk as it is found, one JSON object a line: a million lines may
 * each have several.
 */
final class Findings implements AutoCloseable {
    static final String REJECTED = "rejected.jsonl.gz";
    static final String FLAGGED = "flagged.jsonl.gz";

    private final JsonGenerator rejected;
    private final JsonGenerator flagged;
    private final RejectedFile rejectedFile;

    Findings(Path directory, ImportFile file) throws IOException {
        rejected = lines(directory.resolve(REJECTED));
        flagged = lines(directory.resolve(FLAGGED));
        rejectedFile = new RejectedFile(directory.resolve(RejectedFile.NAME), file);
    }

    void reject(ReadLine line, List<Fault> faults) throws IOException {
        for (Fault fault : faults) {
            rejected.writeStartObject();
            rejected.writeNumberField("line", line.line());
            rejected.writeStringField("column", fault.column());
            rejected.writeStringField("reason", fault.reason());
            rejected.writeEndObject();
        }
        rejectedFile.add(line, faults);
    }

    void flag(ReadLine line, List<Flag> flags) throws IOException {
        for (Flag flag : flags) {
            flagged.writeStartObject();
            flagged.writeNumberField("line", line.line());
            flagged.writeStringField("flag", flag.kind().code());
            flagged.writeStringField("message", flag.message());
            flagged.writeEndObject();
        }
    }

    @Override
    public void close() throws IOException {
        rejected.close();
        flagged.close();
        rejectedFile.close();
    }

    private static JsonGenerator lines(Path file) throws IOException {
        return new JsonFactory().createGenerator(Spill.writer(file)).setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }
}
