package jp.toritsugi.intake;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Small verbs for sending files in tests. */
final class ImportedFile {
    static final String HEADER = "管理番号,診断日,実施機関,事業者名,市町村コード,代表者年齢,情報共有同意,Q1,Q1-1,Q2,Q7,Q8,Q9,Q10,Q11-1,Q11-2,備考\r\n";

    private ImportedFile() {}

    /** A good line with this number and firm. */
    static String line(String reference, String firm) {
        return reference + ",2019-10-15,," + firm + ",022021,66,センター,はい,親族,いいえ,,いいえ,わからない,,,,\r\n";
    }

    static ValidatableResponse check(String text) {
        return send(text, StandardCharsets.UTF_8, "dryRun=true");
    }

    static ValidatableResponse record(String text) {
        return send(text, StandardCharsets.UTF_8, "dryRun=false");
    }

    static ValidatableResponse send(String text, Charset charset, String query) {
        return send(text.getBytes(charset), query);
    }

    static ValidatableResponse send(byte[] bytes, String query) {
        return given().multiPart("file", "shindan.csv", bytes, "text/csv")
                .post("/api/v1/imports?" + query)
                .then();
    }

    /** How many sheets the importer sees. */
    static int recorded() {
        return given().get("/api/v1/diagnoses?limit=100").then().extract().<Integer>path("items.size()");
    }
}
