package jp.toritsugi.form;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestSecurity(user = "minato-officer", roles = "officer")
class InUseGuardResourceTest {
    private static final QuestionnaireId OF_2016 = new QuestionnaireId("succession-diagnosis", "2016");
    private static final String OTHER = "0".repeat(64);

    @Inject
    InUseGuard guard;

    @Inject
    RememberedChecksums checksums;

    @Inject
    QuestionnaireLibrary library;

    /** The remembered checksums outlive a test as they outlive a start. */
    @AfterEach
    void rememberTheRealOnes() {
        SmallNetwork.owner("delete from questionnaire_in_use");
        guard.check(library.all());
    }

    @Test
    void every_version_was_remembered_at_the_start() {
        assertThat(remembered())
                .containsEntry(OF_2016, library.find(OF_2016).orElseThrow().checksum())
                .hasSize(library.all().size());
    }

    @Test
    void an_edited_version_that_a_sheet_uses_stops_the_start() {
        record(OF_2016);
        SmallNetwork.owner("update questionnaire_in_use set checksum = '" + OTHER + "' where version = '2016'");

        assertThatThrownBy(() -> guard.check(library.all()))
                .isInstanceOf(QuestionnaireInUse.class)
                .hasMessageContaining("questionnaires/succession-diagnosis/2016.yaml")
                .hasMessageContaining(OTHER)
                .hasMessageContaining(library.find(OF_2016).orElseThrow().checksum());
        assertThat(remembered()).containsEntry(OF_2016, OTHER);
    }

    @Test
    void a_sheet_of_another_version_does_not_hold_back_an_edit() {
        record(new QuestionnaireId("succession-diagnosis", "2022"));
        SmallNetwork.owner("update questionnaire_in_use set checksum = '" + OTHER + "' where version = '2016'");

        guard.check(library.all());

        assertThat(remembered())
                .containsEntry(OF_2016, library.find(OF_2016).orElseThrow().checksum());
    }

    @Test
    void a_used_version_whose_file_is_gone_stops_the_start() {
        record(OF_2016);
        List<Questionnaire> rest = library.all().stream()
                .filter(questionnaire -> !questionnaire.id().equals(OF_2016))
                .toList();

        assertThatThrownBy(() -> guard.check(rest))
                .isInstanceOf(QuestionnaireInUse.class)
                .hasMessageContaining("2016.yaml")
                .hasMessageContaining("ファイルがありません");
    }

    @Test
    void a_version_gone_that_nobody_used_is_no_matter() {
        guard.check(library.all().subList(1, 2));
    }

    private Map<QuestionnaireId, String> remembered() {
        return QuarkusTransaction.requiringNew().call(checksums::all);
    }

    private static void record(QuestionnaireId version) {
        given().contentType(ContentType.JSON)
                .body("{\"questionnaire\":\"" + version
                        + "\",\"interviewedOn\":\"2019-10-15\",\"enterprise\":{\"name\":\"りんご堂\"},\"answers\":{}}")
                .put("/api/v1/diagnoses/0190f1c2-0000-7000-8000-000000000001")
                .then()
                .statusCode(201);
    }
}
