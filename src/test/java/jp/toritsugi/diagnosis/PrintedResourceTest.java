package jp.toritsugi.diagnosis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import jp.toritsugi.access.Viewers;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.Sheets;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What goes to paper is in the trail, and nobody can put there what they could not have printed. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PrintedResourceTest {
    @Inject
    InterviewRecorder recorder;

    @Inject
    Viewers viewers;

    @Inject
    People people;

    @Test
    void a_sheet_is_told_by_those_within_whose_reach_it_is() throws SQLException {
        UUID id = UUID.randomUUID();
        people.as(
                "minato-officer",
                "officer",
                () -> recorder.record(
                        new DiagnosisId(id),
                        Sheets.unshared("りんご堂"),
                        viewers.find("minato-officer", Set.of("officer")).orElseThrow()));

        assertThat(print("minato-officer", "/api/v1/diagnoses/" + id + "/prints"))
                .isEqualTo(204);
        assertThat(print("ringo-officer", "/api/v1/diagnoses/" + id + "/prints"))
                .isEqualTo(404);
        assertThat(printed()).isEqualTo("minato-officer diagnosis " + id);
    }

    @Test
    void figures_are_told_with_their_period() throws SQLException {
        String prints = "/api/v1/reports/succession-diagnosis/prints";
        assertThat(print("pref-analyst", prints + "?from=2019-07-01&to=2019-12-31"))
                .isEqualTo(204);
        assertThat(print("pref-analyst", prints + "?from=yesterday")).isEqualTo(400);
        assertThat(printed()).isEqualTo("pref-analyst report succession-diagnosis");
    }

    private int print(String user, String path) {
        return given().auth().oauth2(people.token(user)).post(path).statusCode();
    }

    private static String printed() throws SQLException {
        try (var owner = SmallNetwork.owner();
                var row = owner.createStatement()
                        .executeQuery("select string_agg(actor || ' ' || subject_kind || ' ' || subject, ',')"
                                + " from trail where action = 'printed'")) {
            row.next();
            return row.getString(1);
        }
    }
}
