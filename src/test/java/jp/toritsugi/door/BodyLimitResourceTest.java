package jp.toritsugi.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestSecurity(user = "minato-officer", roles = "officer")
class BodyLimitResourceTest {
    private static final int MEGABYTE = 1 << 20;

    @TestHTTPResource("/api/v1/diagnoses/")
    URI diagnoses;

    @Test
    void a_sheet_with_a_long_comment_is_taken() throws Exception {
        assertThat(put(BodyPublishers.ofString(sheet(1500))).statusCode()).isEqualTo(201);
    }

    @Test
    void more_than_a_megabyte_is_refused_before_it_is_read() throws Exception {
        HttpResponse<String> answer = put(BodyPublishers.ofString(sheet(MEGABYTE)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":413");
    }

    @Test
    void more_than_a_megabyte_of_unknown_length_is_refused_while_it_is_read() throws Exception {
        byte[] bytes = sheet(3 * MEGABYTE).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = put(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    private HttpResponse<String> put(BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        diagnoses.resolve(UUID.randomUUID().toString()))
                .header("Content-Type", "application/json")
                .PUT(body)
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String sheet(int noteLength) {
        return """
                {"questionnaire":"succession-diagnosis/2016","interviewedOn":"2019-10-15",\
                "enterprise":{"name":"株式会社りんご堂"},"answers":{"Q1":"yes"},"note":"%s"}"""
                .formatted("x".repeat(noteLength));
    }
}
