package jp.toritsugi.pool;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HealthResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    AgroalDataSource database;

    @Test
    void a_pool_that_gives_nothing_for_long_is_not_ready_and_in_the_end_not_alive_and_answers_within_a_second()
            throws Exception {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("database"));
        given().get("/q/health/live").then().statusCode(200).body("checks.name", hasItem("connections"));
        List<Connection> lost = new ArrayList<>();
        try {
            while (lost.size()
                    < database.getConfiguration().connectionPoolConfiguration().maxSize()) {
                lost.add(database.getConnection());
            }
            until("/q/health/ready", 503);
            given().get("/q/health/live").then().statusCode(200);
            // two minutes in production, a second in the tests, counted from the first time nothing came
            until("/q/health/live", 503);
        } finally {
            for (Connection one : lost) {
                one.close();
            }
        }
        until("/q/health/live", 200);
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    private static void until(String path, int status) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int answered;
        do {
            long begin = System.nanoTime();
            answered = given().get(path).statusCode();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(1500));
            Thread.sleep(100);
        } while (answered != status && System.nanoTime() < end);
        assertThat(answered).isEqualTo(status);
    }
}
