package jp.toritsugi.intake;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestSecurity(user = "minato-officer", roles = "officer")
class FirstTryResourceTest {
    @Test
    void tries() throws Exception {
        Path file = Path.of("target/big.csv");
        BigImportFile.write(file, 3000, StandardCharsets.UTF_8, 1);
        System.out.println(given().multiPart("file", file.toFile())
                .post("/api/v1/imports?dryRun=true")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .substring(0, 900));
        System.out.println(given().multiPart("file", file.toFile())
                .post("/api/v1/imports?dryRun=false")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .substring(0, 500));
        System.out.println(given().multiPart("file", file.toFile())
                .post("/api/v1/imports?dryRun=false&mode=good-lines")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .substring(0, 500));
        String bad = "診断日\t事業者名,\tQ1\n2019-13-01\t\tmaybe\n";
        System.out.println(given().multiPart("file", "x.csv", bad.getBytes(Charset.forName("windows-31j")))
                .post("/api/v1/imports?dryRun=false")
                .then()
                .extract()
                .asString());
    }
}
