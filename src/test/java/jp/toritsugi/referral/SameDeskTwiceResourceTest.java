package jp.toritsugi.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SameDeskTwiceResourceTest {

    @Test
    void the_same_desk_twice_in_one_hand_over_is_refused_by_name_and_nothing_leaves() {
        String diagnosis = CaseSteps.case7("食堂りんご");
        String center = CaseSteps.center();

        CaseSteps.move("coordinator", diagnosis, "hand-over", Map.of("desks", List.of(center, center)))
                .statusCode(400)
                .body("violations[0].field", equalTo("desks"));

        assertThat(SmallNetwork.count("provision where diagnosis = '" + diagnosis + "'"))
                .isZero();
    }
}
