package jp.toritsugi.problem;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Whatever keeps the database from answering: the same request may come again, and nobody is told of a fault. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OutageResourceTest {
    @Inject
    AgroalDataSource database;

    @Test
    void an_empty_pool_is_said_to_programs_and_people_and_passes() throws Exception {
        List<Connection> taken = new ArrayList<>();
        try {
            while (taken.size()
                    < database.getConfiguration().connectionPoolConfiguration().maxSize()) {
                taken.add(database.getConnection());
            }
            var json = aside(() -> as("minato-officer").get("/api/v1/diagnoses"));
            var recorded = aside(() -> as("minato-officer")
                    .contentType(ContentType.JSON)
                    .body(Map.of("reason", "x"))
                    .post("/api/v1/diagnoses/8f0f7a3c-1c7e-4f2f-9f3e-0d2f6a1b2c3d/withdrawal"));
            var page = aside(() -> as("minato-officer").accept(ContentType.HTML).get("/diagnoses"));
            var home = aside(() -> as("minato-officer").accept(ContentType.HTML).get("/"));
            // A refusal whose page cannot have a frame.
            var lost = aside(() -> as("minato-officer").accept(ContentType.HTML).get("/nowhere"));

            for (var one : List.of(json, recorded)) {
                one.get()
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", equalTo("5"))
                        .body("type", equalTo("urn:toritsugi:problem:busy"))
                        .body("reference", equalTo(null));
            }
            for (var one : List.of(page, home)) {
                one.get()
                        .then()
                        .statusCode(503)
                        .contentType(ContentType.HTML)
                        .header("Retry-After", equalTo("5"))
                        .body(allOf(containsString("いま混み合っています"), not(containsString("不具合"))));
            }
            assertThat(lost.get().statusCode()).isIn(404, 503);
            assertThat(lost.get().asString()).doesNotContain("不具合").contains("<html");
        } finally {
            for (Connection one : taken) {
                one.close();
            }
        }
        as("minato-officer").get("/api/v1/diagnoses").then().statusCode(200);
    }

    @Test
    void what_waits_too_long_for_a_lock_may_come_again() throws Exception {
        try (Connection owner = SmallNetwork.owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table diagnosis in access exclusive mode");
            var json = aside(() -> as("minato-officer").get("/api/v1/diagnoses"));
            var page = aside(() -> as("minato-officer").accept(ContentType.HTML).get("/diagnoses"));
            json.get()
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("2"))
                    .body("type", equalTo("urn:toritsugi:problem:collided"));
            page.get()
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("2"))
                    .body(containsString("ほかの操作と重なりました"));
            owner.rollback();
        }
    }

    @Test
    void a_statement_of_a_page_has_its_time_and_not_more() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var limits = statement.executeQuery(
                        "select current_setting('statement_timeout'), current_setting('lock_timeout'),"
                                + " current_setting('idle_in_transaction_session_timeout')")) {
            limits.next();
            assertThat(limits.getString(1)).isEqualTo("15s");
            assertThat(limits.getString(2)).isEqualTo("5s");
            assertThat(limits.getString(3)).isEqualTo("1min");
        }
    }

    private static CompletableFuture<Response> aside(java.util.function.Supplier<Response> asking) {
        return CompletableFuture.supplyAsync(asking);
    }
}
