package jp.toritsugi.intake;

import static jp.toritsugi.intake.ImportedFile.HEADER;
import static jp.toritsugi.intake.ImportedFile.line;
import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.uuid.Generators;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody reckons the id that a line of somebody else's file will get, and an id taken all the same stops no file. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SquattedIdsResourceTest {
    private static final UUID NAMESPACE = UUID.fromString("b3f7a3c2-3f0e-5c1b-8a55-1f6d0b7c9e21");
    private static final String FILE = HEADER + line("H-1", "りんご堂") + line("H-2", "ほたて水産") + line("", "こんぶ商店");

    @ParameterizedTest
    @ValueSource(strings = {"all-or-nothing", "good-lines"})
    void sheets_of_others_under_the_ids_once_computable_stop_no_file(String mode) {
        put("oga-officer", computable("H-1"), 201);
        put("ringo-officer", computable("H-2"), 201);

        send("dryRun=true").body("accepted", equalTo(3)).body("rejected", empty());
        send("dryRun=false&mode=" + mode).body("recorded", equalTo(3)).body("rejected", empty());
        send("dryRun=false&mode=" + mode).body("recorded", equalTo(0)).body("unchanged", equalTo(3));
        assertThat(SmallNetwork.count("diagnosis where institution = 'hotate-shinkin'"))
                .isEqualTo(3);
    }

    @Test
    void whether_a_number_is_imported_is_not_told_by_its_id() {
        send("dryRun=false").body("recorded", equalTo(3));

        put("ringo-officer", computable("H-1"), 201);
        put("oga-officer", computable("H-2"), 201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-or-nothing", "good-lines"})
    void a_line_whose_very_id_is_taken_gets_another(String mode) {
        send("dryRun=false").body("recorded", equalTo(3));
        List<String> ids = List.of(SmallNetwork.text("select string_agg(id::text, ',') from diagnosis")
                .split(","));
        new SmallNetwork().beforeEach(null);
        put("oga-officer", UUID.fromString(ids.get(0)), 201);
        put("ringo-officer", UUID.fromString(ids.get(1)), 201);
        put("ringo-officer", UUID.fromString(ids.get(2)), 201);

        send("dryRun=true").body("accepted", equalTo(3));
        send("dryRun=false&mode=" + mode).body("recorded", equalTo(3)).body("rejected", empty());
    }

    private static UUID computable(String number) {
        return Generators.nameBasedGenerator(NAMESPACE).generate("02\nreference\nhotate-shinkin\n" + number);
    }

    private static void put(String user, UUID id, int status) {
        as(user).contentType("application/json")
                .body("{\"questionnaire\": \"succession-diagnosis/2016\", \"interviewedOn\": \"2019-10-15\","
                        + " \"enterprise\": {\"name\": \"名なし堂\"}, \"answers\": {}}")
                .put("/api/v1/diagnoses/{id}", id)
                .then()
                .statusCode(status);
    }

    private static ValidatableResponse send(String query) {
        return as("hotate-officer")
                .multiPart("file", "shindan.csv", FILE.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/api/v1/imports?" + query)
                .then()
                .statusCode(200);
    }
}
