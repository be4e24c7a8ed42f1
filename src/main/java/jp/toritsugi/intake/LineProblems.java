package jp.toritsugi.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.lines.Flag;

/** What there is to say of one line, for the page. */
public record LineProblems(int line, List<Remark> remarks) {
    /** @param where the column, or the kind of flag */
    public record Remark(String where, String sentence) {}

    /** The first lines of the details of an import; the page offers the file for the rest. */
    static List<LineProblems> read(Path details, int most, ObjectMapper mapper) {
        List<LineProblems> problems = new ArrayList<>();
        try (BufferedReader reader = Spill.reader(details)) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                JsonNode detail = mapper.readTree(text);
                int line = detail.get("line").intValue();
                boolean another = problems.isEmpty() || problems.get(problems.size() - 1).line != line;
                if (another && problems.size() == most) {
                    break;
                }
                if (another) {
                    problems.add(new LineProblems(line, new ArrayList<>()));
                }
                problems.get(problems.size() - 1).remarks.add(remark(detail));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return problems;
    }

    private static Remark remark(JsonNode detail) {
        return detail.has("flag")
                ? new Remark(
                        Flag.Kind.label(detail.get("flag").textValue()),
                        detail.get("message").textValue())
                : new Remark(
                        detail.get("column").textValue(), detail.get("reason").textValue());
    }
}
