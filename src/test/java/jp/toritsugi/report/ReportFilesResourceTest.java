package jp.toritsugi.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.demo.DemonstrationLoader;
import jp.toritsugi.testing.TestDatabase;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestSecurity(user = "coordinator", roles = Roles.COORDINATOR)
class ReportFilesResourceTest {
    private static final String REPORT = "/api/v1/reports/succession-diagnosis";
    private static final String PERIOD = "?from=2019-07-01&to=2019-12-31";

    @Inject
    DemonstrationLoader demonstration;

    @BeforeEach
    void load_the_demonstration() {
        demonstration.load();
    }

    @Test
    void the_workbook_gives_the_same_figures_as_numbers() {
        workbook(PERIOD, book -> {
            Sheet tables = book.getSheet("公表方式");
            Map<String, Row> rows = rows(tables);
            Row no = rows.get("Q7/いいえ");

            assertThat(rows).hasSize(27);
            assertThat(no.getCell(1).getStringCellValue()).startsWith("親族内や役員");
            assertThat(no.getCell(3).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(numbers(no)).containsExactly(233, 72, 325, 317, 325, 317, 0, 8);
            assertThat(tables.getColumnWidth(1)).isGreaterThan(50 * 256);
            assertThat(book.getSheet("代表者の年齢")).isNotNull();
        });
        workbook(PERIOD + "&basis=on-branch", book -> assertThat(
                        numbers(rows(book.getSheet("分岐整合方式")).get("Q7/いいえ")))
                .containsExactly(233, 74, 317, 317, 325, 317, 0, 8));
    }

    @Test
    void every_file_says_what_it_counts_and_what_it_must_not_be_taken_for() {
        String query = PERIOD + "&municipality=022012&ageFrom=60&asOf=2020-01-31";
        String csv = new String(
                given().get(REPORT + ".csv" + query)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
        StringBuilder words = new StringBuilder();
        workbook(query, book -> book.getSheetAt(0).forEach(row -> row.forEach(cell -> words.append(cell))));

        for (String text : new String[] {
            "令和元年7月～12月", "令和2年1月31日の終わり", "公表方式", "青森市", "60歳以上", "すべての支援機関", "県内全体の事業承継の実態を表すものではありません"
        }) {
            assertThat(csv).contains(text);
            assertThat(words).contains(text);
        }
    }

    @Test
    void nothing_to_take_a_percentage_of_is_a_dash_in_files() {
        workbook("?from=2018-04-01&to=2019-03-31", book -> {
            Cell percent = rows(book.getSheetAt(0)).get("Q1/はい").getCell(4);
            assertThat(percent.getStringCellValue()).isEqualTo("－");
        });
        assertThat(given().get(REPORT + ".csv?from=2018-04-01&to=2019-03-31").asString())
                .contains("\"はい\",\"0\",\"－\",\"0\"");
    }

    @Test
    @TestSecurity(user = "ringo-officer", roles = Roles.OFFICER)
    void a_file_says_whose_figures_it_holds() {
        assertThat(given().get(REPORT + ".csv" + PERIOD).asString()).contains("りんご銀行の診断票だけの集計です。");
    }

    private static void workbook(String query, Consumer<XSSFWorkbook> looks) {
        byte[] bytes = given().get(REPORT + ".xlsx" + query)
                .then()
                .statusCode(200)
                .header("Content-Disposition", org.hamcrest.Matchers.endsWith(".xlsx\""))
                .extract()
                .asByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            looks.accept(book);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, Row> rows(Sheet sheet) {
        Map<String, Row> rows = new HashMap<>();
        for (Row row : sheet) {
            Cell question = row.getCell(0);
            if (question != null && question.toString().startsWith("Q")) {
                rows.put(question + "/" + row.getCell(2), row);
            }
        }
        return rows;
    }

    private static int[] numbers(Row row) {
        return java.util.stream.IntStream.rangeClosed(3, 10)
                .map(column -> (int) row.getCell(column).getNumericCellValue())
                .toArray();
    }
}
