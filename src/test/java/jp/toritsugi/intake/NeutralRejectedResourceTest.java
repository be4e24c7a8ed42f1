package jp.toritsugi.intake;

import static io.restassured.RestAssured.given;
import static jp.toritsugi.intake.ImportedFile.HEADER;
import static jp.toritsugi.intake.ImportedFile.check;
import static jp.toritsugi.intake.ImportedFile.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import jp.toritsugi.lines.FileForm;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The file of rejected lines is opened in a spreadsheet: no cell of it is a formula there, and mended it says what the first one said. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestSecurity(user = "minato-officer", roles = "officer")
class NeutralRejectedResourceTest {
    private static final String BEGINS = "=+-@\t＝＋－＠";
    private static final String LETTERS = "=+-@\t＝＋－＠'\"',;\n りんA1!|";
    private static final int LINES = 200;

    @Test
    void no_cell_is_a_formula_and_every_note_comes_back_as_it_was() {
        for (Charset charset : List.of(StandardCharsets.UTF_8, FileForm.CP932)) {
            SmallNetwork.owner("truncate diagnosis cascade; truncate diagnosis_sheet");
            Random random = new Random(7);
            List<String> notes = random.ints(LINES, 1, 8)
                    .mapToObj(length -> "x".repeat(0) + note(length, random))
                    .toList();
            StringBuilder file = new StringBuilder(HEADER);
            for (int i = 0; i < LINES; i++) {
                file.append("A-" + i + ",2019-13-01,,りんご堂" + i + ",022021,66,なし,はい,親族,いいえ,,いいえ,,,,,\""
                        + notes.get(i).replace("\"", "\"\"") + "\"\r\n");
            }
            String path = send(file.toString(), charset, "dryRun=true")
                    .body("rejectedLines", equalTo(LINES))
                    .extract()
                    .path("rejectedFile");
            String again = null;
            for (int round = 0; round < 2; round++) {
                again = new String(given().get(path).asByteArray(), charset);
                assertNeutral(again);
                path = send(again.replace("\uFEFF", ""), charset, "dryRun=true")
                        .extract()
                        .path("rejectedFile");
            }

            send(again.replace("2019-13-01", "2019-12-01"), charset, "dryRun=false")
                    .body("rejected", empty())
                    .body("recorded", equalTo(LINES));
            for (int i = 0; i < LINES; i++) {
                String kept = SmallNetwork.text(
                        "select coalesce(r.content->>'note', '') from diagnosis_revision r join diagnosis d"
                                + " on d.id = r.diagnosis where d.reference = 'A-" + i + "'");
                assertThat(kept).as("line %d", i).isEqualTo(notes.get(i).strip().replace("\r\n", "\n"));
            }
        }
    }

    @Test
    void an_apostrophe_in_a_file_that_is_not_ours_stays() {
        check(HEADER + "A-1,2019-12-01,,りんご堂,022021,66,なし,はい,親族,いいえ,,いいえ,,,,,'=1+1\r\n")
                .body("rejected", empty());
        send(
                HEADER + "A-1,2019-12-01,,りんご堂,022021,66,なし,はい,親族,いいえ,,いいえ,,,,,'=1+1\r\n",
                StandardCharsets.UTF_8,
                "dryRun=false");

        assertThat(SmallNetwork.text("select content->>'note' from diagnosis_revision"))
                .isEqualTo("'=1+1");
    }

    @Test
    void lines_that_cannot_be_cut_or_read_are_neutral_too() {
        String text = HEADER
                + "=1+1,2019-10-15,,\"りんご堂,022021\r\n"
                + "A-2,x,,\"foo,=2+2\",022021,66,なし,はい,親族,いいえ,,いいえ,,,,,\r\n"
                + "A-3,2019-10-15,,=#,022021,66,なし,はい,親族,いいえ,,いいえ,,,,,＝4+4\r\n";
        byte[] bytes = text.getBytes(FileForm.CP932);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('#')] = (byte) 0xA0;
        String path = send(bytes, "dryRun=true")
                .body("rejectedLines", equalTo(3))
                .extract()
                .path("rejectedFile");

        assertNeutral(new String(given().get(path).asByteArray(), FileForm.CP932));
    }

    private static void assertNeutral(String text) {
        for (CsvRecord record : CsvReader.builder().ofCsvRecord(text)) {
            assertThat(record.getFields())
                    .allMatch(cell -> cell.length() < 2 || "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) < 0);
        }
    }

    private static String note(int length, Random random) {
        StringBuilder note = new StringBuilder();
        if (random.nextBoolean()) {
            note.append("'".repeat(random.nextInt(3)));
            note.append(BEGINS.charAt(random.nextInt(BEGINS.length())));
        }
        while (note.length() < length) {
            note.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return note.toString();
    }
}
