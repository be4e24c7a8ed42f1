package jp.toritsugi.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFileTest {
    private static final List<String> QUESTIONS = List.of("Q1", "Q1-1", "Q2");
    private static final String TEXT = "管理番号,診断日,事業者名,Q1\n1,2019-10-15,りんご堂,はい\n";

    @TempDir
    Path directory;

    @Test
    void encoding_delimiter_and_line_ends_are_found_out_in_every_combination() throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, FileForm.CP932)) {
            for (String mark : charset.equals(FileForm.CP932) ? List.of("") : List.of("", "\uFEFF")) {
                for (char delimiter : new char[] {',', '\t'}) {
                    for (String end : List.of("\n", "\r\n", "\r")) {
                        String text = mark + TEXT.replace(',', delimiter).replace("\n", end);
                        ImportFile file = open(text.getBytes(charset));

                        assertThat(file.form().charset()).isEqualTo(charset);
                        assertThat(file.form().encoding())
                                .isEqualTo(
                                        charset.equals(FileForm.CP932)
                                                ? "CP932"
                                                : mark.isEmpty() ? "UTF-8" : "UTF-8 (BOM)");
                        assertThat(file.form().delimiter()).isEqualTo(delimiter);
                        assertThat(file.form().physicalLines()).isEqualTo(2);
                        assertThat(file.header().known()).isEqualTo(4);
                        assertThat(lines(file)).hasSize(1);
                    }
                }
            }
        }
    }

    @Test
    void one_damaged_character_does_not_make_a_utf8_file_cp932() throws IOException {
        byte[] bytes = (TEXT + "2,2019-10-16,X,いいえ\n").getBytes(StandardCharsets.UTF_8);
        bytes[indexOf(bytes, 'X')] = (byte) 0x81;

        assertThat(open(bytes).form().charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void columns_are_known_by_name_in_any_order_width_and_decoration() throws IOException {
        Header header = open("備考 ,事業者名＊,ｑ１－１,診断日※必須,社内メモ,\"Q 1\"\n".getBytes(StandardCharsets.UTF_8))
                .header();

        assertThat(header.indexOf(Column.NOTE)).isZero();
        assertThat(header.indexOf(Column.NAME)).isEqualTo(1);
        assertThat(header.indexOf("Q1-1")).isEqualTo(2);
        assertThat(header.indexOf(Column.INTERVIEWED_ON)).isEqualTo(3);
        assertThat(header.indexOf("Q1")).isEqualTo(5);
        assertThat(header.unknown()).containsExactly("社内メモ");
        assertThat(header.indexOf(Column.AGE)).isEqualTo(-1);
    }

    @Test
    void missing_and_repeated_columns_are_all_told_in_one_refusal() {
        assertThatThrownBy(() -> open("管理番号,Q1,備考,Ｑ１,備考\n".getBytes(StandardCharsets.UTF_8)))
                .asInstanceOf(type(UnreadableFile.class))
                .extracting(UnreadableFile::violations)
                .satisfies(violations ->
                        assertThat(violations).extracting(Violation::field).containsExactly("診断日", "事業者名", "Q1", "備考"));
    }

    @Test
    void what_is_no_text_table_is_told_what_it_is() {
        assertThatThrownBy(() -> open(new byte[0])).hasMessageContaining("空");
        assertThatThrownBy(() -> open("\n\n".getBytes(StandardCharsets.UTF_8))).hasMessageContaining("行がありません");
        assertThatThrownBy(() -> open(new byte[] {'P', 'K', 3, 4, 0, 0})).hasMessageContaining("Excelのブック");
        assertThatThrownBy(() -> open(TEXT.getBytes(StandardCharsets.UTF_16LE))).hasMessageContaining("CSV UTF-8");
        assertThatThrownBy(() -> open("名前,住所\nあ,い\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("見出しの行がありません");
    }

    private ImportFile open(byte[] bytes) throws IOException {
        return ImportFile.open(Files.write(directory.resolve("file.csv"), bytes), QUESTIONS);
    }

    private static List<RecordFrames.Frame> lines(ImportFile file) throws IOException {
        List<RecordFrames.Frame> all = new ArrayList<>();
        try (ImportFile.Lines lines = file.lines()) {
            all.addAll(lines.next(100));
        }
        return all;
    }

    private static int indexOf(byte[] bytes, char wanted) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        throw new IllegalArgumentException();
    }
}
