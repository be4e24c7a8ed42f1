package jp.toritsugi.feedback;

import static jp.toritsugi.referral.CaseSteps.case7;
import static jp.toritsugi.referral.CaseSteps.center;
import static jp.toritsugi.referral.CaseSteps.go;
import static jp.toritsugi.referral.CaseSteps.handedOver;
import static jp.toritsugi.referral.CaseSteps.move;
import static jp.toritsugi.referral.CaseSteps.note;
import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.Sheets;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class NoticesResourceTest {
    @Inject
    OutboxRelay relay;

    @Inject
    People people;

    private List<String> told(String user) {
        relay.relay();
        return as(user).get("/api/v1/notices").then().statusCode(200).extract().path("items.kind");
    }

    @Test
    void the_introducing_institution_is_told_at_every_milestone_to_the_end() {
        String referral = handedOver(case7("りんご堂"), center());
        go("center-consultant", referral, "accept", Map.of()).statusCode(200);
        note("center-consultant", referral, Map.of("kind", "contact")).statusCode(200);
        note("center-consultant", referral, Map.of("kind", "contact")).statusCode(200);
        note("center-consultant", referral, Map.of("kind", "visit")).statusCode(200);
        note("center-consultant", referral, Map.of("kind", "plan")).statusCode(200);
        note("center-consultant", referral, Map.of("kind", "note", "note", "内輪の話"))
                .statusCode(200);
        go("center-consultant", referral, "hold", Map.of("reason", "waiting-owner"))
                .statusCode(200);
        go("center-consultant", referral, "resume", Map.of()).statusCode(200);
        go("center-consultant", referral, "complete", Map.of("outcome", "third-party"))
                .statusCode(200);

        List<String> milestones =
                List.of("complete", "resume", "hold", "plan", "visit", "contact", "accept", "hand-over");
        assertThat(told("minato-officer")).isEqualTo(milestones);
        assertThat(told("minato-manager")).isEqualTo(milestones);
        assertThat(told("center-consultant")).containsExactly("hand-over");
        assertThat(told("coordinator")).isEmpty();
        assertThat(told("ringo-officer")).isEmpty();
        as("minato-officer").get("/api/v1/notices?limit=1").then().statusCode(200);
        String words =
                as("minato-officer").get("/api/v1/notices").then().extract().path("items[0].words");
        assertThat(words).isEqualTo("事業承継・引継ぎ支援センターの支援が完了しました（第三者承継成約）");
    }

    @Test
    void the_secretariat_is_told_of_declines_and_answers_the_officer_of_questions_the_desk_of_cancellations() {
        String sheet = case7("りんご堂");
        move("coordinator", sheet, "ask", Map.of("reason", "承継予定年を教えてください")).statusCode(200);
        assertThat(told("minato-officer")).containsExactly("ask");
        move("minato-officer", sheet, "reply", Map.of("reason", "三年後です")).statusCode(200);
        assertThat(told("coordinator")).containsExactly("reply");
        String declined = handedOver(sheet, center());
        go("center-consultant", declined, "reject", Map.of("reason", "no-capacity"))
                .statusCode(200);
        assertThat(told("coordinator")).containsExactly("reject", "reply");
        String again = handedOver(sheet, jp.toritsugi.referral.CaseSteps.desk("succession-center", "center", "別の窓口"));
        go("coordinator", again, "cancel", Map.of("reason", "mistake")).statusCode(200);
        assertThat(told("center-consultant")).containsExactly("cancel", "hand-over", "hand-over");
        assertThat(told("coordinator")).as("not of what they did themselves").containsExactly("reject", "reply");
    }

    @Test
    void after_the_consent_is_withdrawn_nothing_is_told_but_that_it_ended() {
        String sheet = case7("りんご堂");
        String referral = handedOver(sheet, center());
        relay.relay();
        go("center-consultant", referral, "accept", Map.of()).statusCode(200);
        for (String recipient : List.of("center", "yorozu", "municipality", "jfc")) {
            as("minato-manager")
                    .contentType(ContentType.JSON)
                    .body(Map.of("reason", "本人の申し出"))
                    .post("/api/v1/diagnoses/{id}/consents/{recipient}/withdrawal", sheet, recipient)
                    .then()
                    .statusCode(200);
        }
        // accepted before, but not told yet: it stays untold
        assertThat(told("minato-officer")).containsExactly("cancel", "hand-over");
        assertThat(told("center-consultant")).containsExactly("cancel", "hand-over");
        String address =
                as("center-consultant").get("/api/v1/notices").then().extract().path("items[0].address");
        assertThat(address).as("nothing is left to be opened").isNull();
        move("minato-officer", sheet, "close", Map.of("outcome", "declined-by-owner"))
                .statusCode(200);
        assertThat(told("minato-manager")).containsExactly("hand-over");
        assertThat(told("coordinator")).isEmpty();
    }

    @Test
    void where_branches_are_confined_only_the_own_branch_and_the_managers_are_told() {
        SmallNetwork.owner(
                """
                insert into branch (network, institution, code, name) values
                  ('02', 'minato-cci', 'east', '東'), ('02', 'minato-cci', 'west', '西');
                update institution set confines_branches = true where code = 'minato-cci';
                update member set branch = 'east' where user_name = 'minato-officer';
                insert into member (user_name, network, institution, role, display_name, branch) values
                  ('west-officer', '02', 'minato-cci', 'officer', '西 一郎', 'west')""");
        handedOver(case7("りんご堂"), center());
        assertThat(told("minato-officer")).containsExactly("hand-over");
        assertThat(told("minato-manager")).containsExactly("hand-over");
        assertThat(SmallNetwork.count("notice where user_name = 'west-officer'"))
                .isZero();
    }

    @Test
    void lateness_is_told_once_a_step() {
        String sheet = case7("りんご堂");
        SmallNetwork.owner("update case_file set due_on = current_date - 9, second_on = current_date - 2,"
                + " third_on = current_date + 3");
        assertThat(relay.writeLateness()).isEqualTo(1);
        assertThat(relay.writeLateness()).isZero();
        assertThat(told("coordinator")).containsExactly("overdue-second");
        SmallNetwork.owner("update case_file set third_on = current_date");
        assertThat(relay.writeLateness()).isEqualTo(1);
        assertThat(relay.writeLateness()).isZero();
        assertThat(told("coordinator")).containsExactly("overdue-third", "overdue-second");
        handedOver(sheet, center());
        SmallNetwork.owner("update referral set answer_by = current_date - 1");
        assertThat(relay.writeLateness()).isEqualTo(1);
        assertThat(relay.writeLateness()).isZero();
        assertThat(told("center-consultant")).containsExactly("answer-late", "hand-over");
    }

    @Test
    void an_emergency_opening_is_told_to_the_managers_whose_sheet_it_is() {
        String sheet = java.util.UUID.randomUUID().toString();
        as("minato-officer")
                .contentType(ContentType.JSON)
                .body(Sheets.unshared("秘密堂"))
                .put("/api/v1/diagnoses/{id}", sheet)
                .then()
                .statusCode(201);
        as("coordinator")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "入院中で本人に連絡がつかず、期限が明日のため"))
                .post("/api/v1/diagnoses/{id}/break-glass", sheet)
                .then()
                .statusCode(201);
        assertThat(told("minato-manager")).containsExactly("break-glass");
        assertThat(told("minato-officer")).isEmpty();
        assertThat(told("coordinator")).isEmpty();
    }

    @Test
    void a_notice_is_the_persons_own_and_is_counted_until_it_is_read() {
        handedOver(case7("りんご堂"), center());
        assertThat(told("minato-officer")).hasSize(1);
        assertThat(as("minato-officer").accept("text/html").get("/").asString())
                .contains("お知らせ 1</a>", "結果のお知らせ", "取次しました")
                .doesNotContain("お知らせ 2");
        String id = as("minato-officer").get("/api/v1/notices").then().extract().path("items[0].id");
        as("minato-manager").post("/api/v1/notices/{id}/read", id).then().statusCode(404);
        as("minato-officer").post("/api/v1/notices/nonsense/read").then().statusCode(404);
        String read = as("minato-officer")
                .post("/api/v1/notices/{id}/read", id)
                .then()
                .statusCode(200)
                .extract()
                .path("read");
        assertThat(read).isNotNull();
        assertThat(as("minato-officer").accept("text/html").get("/").asString()).doesNotContain("お知らせ 1");
        assertThat(told("minato-officer")).hasSize(1);
        List<String> unread = as("minato-officer")
                .get("/api/v1/notices?unread=true")
                .then()
                .extract()
                .path("items.id");
        assertThat(unread).isEmpty();
        assertThat(SmallNetwork.count("trail where subject_kind = 'notice' and subject = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void the_second_wall_keeps_other_peoples_notices_and_the_outbox_out_of_reach() {
        handedOver(case7("りんご堂"), center());
        relay.relay();
        String reads = "update notice set read_at = now()";
        assertThat(people.<Integer>as("ringo-officer", "officer", () -> people.sql(reads)))
                .isZero();
        assertThat(people.<Integer>as("minato-manager", "manager", () -> people.sql(reads)))
                .isEqualTo(1);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> people.as("coordinator", "coordinator", () -> people.sql("delete from outbox")))
                .hasStackTraceContaining("permission denied");
    }
}
