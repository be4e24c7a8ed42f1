package jp.toritsugi.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.lines.Column;
import jp.toritsugi.lines.FileForm;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.questionnaire.Question;

/** Files to begin with: the template, which is the header alone, and a sample with invented firms. */
@ApplicationScoped
class BlankFile {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ImportRunner runner;

    BlankFile(ImportRunner runner) {
        this.runner = runner;
    }

    /** The columns in the contract's order. */
    List<String> columns() {
        List<String> names = new ArrayList<>();
        for (Column column : Column.values()) {
            if (column == Column.NOTE) {
                runner.questionnaire().questions().stream().map(Question::code).forEach(names::add);
            }
            names.add(column.label());
        }
        return names;
    }

    Response template(String encoding) {
        return download("torikomi-template.csv", String.join(",", columns()) + "\r\n", encoding);
    }

    Response sample(String encoding) {
        return download("torikomi-sample.csv", sampleText(), encoding);
    }

    static String sampleText() {
        try (InputStream in = BlankFile.class.getResourceAsStream("/intake/sample.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response download(String name, String text, String encoding) {
        boolean cp932 = "cp932".equals(encoding);
        if (!cp932 && !"utf-8".equals(encoding)) {
            throw new InvalidInput("encoding", "utf-8 か cp932 を指定してください。");
        }
        byte[] bytes =
                cp932 ? text.getBytes(FileForm.CP932) : (BYTE_ORDER_MARK + text).getBytes(StandardCharsets.UTF_8);
        return Response.ok(bytes, "text/csv;charset=" + (cp932 ? "Shift_JIS" : "UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
