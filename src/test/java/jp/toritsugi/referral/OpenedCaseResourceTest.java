package jp.toritsugi.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What opens a case, and what ends one because another opens, is told as every other step is. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OpenedCaseResourceTest {
    private static final String READY =
            """
            {"questionnaire": "succession-diagnosis/2016", "interviewedOn": "%s",
             "enterprise": {"name": "備え堂", "kind": "corporation", "municipality": "022021"},
             "representative": {"name": "弘前 太郎", "age": 66},
             "answers": {"Q1": "yes", "Q1-1": "relative", "Q2": "yes", "Q3": "yes", "Q4": "yes", "Q5": "yes", "Q6": "yes"},
             "consents": [{"recipient": "center", "given": true, "on": "2019-10-15", "means": "signature"}]}""";

    @Test
    void a_request_for_a_case_that_was_not_there_keeps_its_reason_and_is_told() {
        String diagnosis = withoutCase();

        CaseSteps.move("minato-officer", diagnosis, "request", Map.of("reason", "本人が急いでいる"))
                .statusCode(200)
                .body("state", equalTo("review"))
                .body("timeline.kind", contains("opened", "request"))
                .body("timeline.note", hasItem("本人が急いでいる"));

        assertThat(moves(diagnosis)).isEqualTo("opened,request");
        assertThat(told(diagnosis)).contains("request");
        CaseSteps.look("coordinator", diagnosis).body("timeline.note", hasItem("本人が急いでいる"));
    }

    @Test
    void a_request_without_a_reason_opens_nothing() {
        String diagnosis = withoutCase();

        CaseSteps.move("minato-officer", diagnosis, "request", Map.of())
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));

        assertThat(SmallNetwork.count("case_file")).isZero();
    }

    @Test
    void an_opened_case_stands_in_the_trail_and_in_the_outbox() {
        String diagnosis = CaseSteps.case7("食堂りんご");

        assertThat(moves(diagnosis)).isEqualTo("opened");
        assertThat(told(diagnosis)).isEqualTo("opened");
        assertThat(SmallNetwork.text(
                        "select actor || ' ' || actor_name || ' ' || institution || ' ' || (details ->> 'toState')"
                                + " from trail where subject_kind = 'case' and subject = '" + diagnosis + "'"))
                .isEqualTo("minato-officer 湊 一郎 minato-cci review");
        assertThat(SmallNetwork.text("select by_name from case_entry where diagnosis = '" + diagnosis + "'"))
                .isEqualTo("湊 一郎");
    }

    @Test
    void a_case_that_ends_with_the_next_interview_says_so_in_the_trail_and_in_the_outbox() {
        String before = CaseSteps.recorded("minato-officer", READY.formatted("2019-10-15"));

        String now = CaseSteps.recorded("minato-officer", READY.formatted("2020-11-02"));

        assertThat(moves(before)).isEqualTo("opened,continued");
        assertThat(told(before)).isEqualTo("opened,continued");
        assertThat(moves(now)).isEqualTo("opened");
        assertThat(SmallNetwork.text(
                        "select (details ->> 'fromState') || ' ' || (details ->> 'toState') from trail where subject = '"
                                + before + "' and details ->> 'move' = 'continued'"))
                .isEqualTo("watch closed");
    }

    /** As an imported sheet of long ago. */
    private static String withoutCase() {
        String diagnosis = CaseSteps.case7("食堂りんご");
        SmallNetwork.owner(
                "delete from outbox; delete from case_entry; delete from case_file; alter table trail disable trigger trail_stays;"
                        + " delete from trail; alter table trail enable trigger trail_stays;"
                        + " update trail_head set position = 0, hash = trail_ground(chain)");
        return diagnosis;
    }

    private static String moves(String diagnosis) {
        return SmallNetwork.text(
                "select string_agg(details ->> 'move', ',' order by id) from trail where subject_kind = 'case'"
                        + " and subject = '" + diagnosis + "' and action = 'moved'");
    }

    private static String told(String diagnosis) {
        return SmallNetwork.text(
                "select string_agg(kind, ',' order by seq) from outbox where diagnosis = '" + diagnosis + "'");
    }
}
