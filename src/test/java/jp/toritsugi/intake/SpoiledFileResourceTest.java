package jp.toritsugi.intake;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import jp.toritsugi.lines.FileForm;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** A good file with bytes knocked out at random, sent through the front door: bad lines, never a fault of ours. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestSecurity(user = "minato-officer", roles = "officer")
class SpoiledFileResourceTest {
    private static final int ROUNDS = 60;

    @Test
    void a_spoiled_file_gives_bad_lines_and_the_good_ones_are_recorded() {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            byte[] bytes = BlankFile.sampleText().getBytes(round % 2 == 0 ? StandardCharsets.UTF_8 : FileForm.CP932);
            int header = BlankFile.sampleText().split("\r\n")[0].length();
            for (int i = 0; i < 1 + random.nextInt(30); i++) {
                // Twice the header's characters is past its bytes in both encodings, or nearly.
                int place = Math.min(header * 3, bytes.length / 2) + random.nextInt(bytes.length / 2);
                bytes[place] = (byte) random.nextInt(256);
            }
            ImportedFile.send(bytes, "dryRun=false&mode=good-lines")
                    .statusCode(200)
                    .body("dryRun", equalTo(false));
        }
    }
}
