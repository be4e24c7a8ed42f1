package jp.toritsugi.referral;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two people at one case at the same moment: one of them is first, and nobody is told of a fault. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CaseRacesResourceTest {
    private static final int RACES = 60;

    private final ExecutorService people = Executors.newFixedThreadPool(3);

    @AfterEach
    void home() {
        people.shutdownNow();
    }

    @Test
    void a_hand_over_and_a_withdrawal_of_consent_come_to_one_end_without_a_fault() throws Exception {
        String center = CaseSteps.center();
        List<Integer> answers = new ArrayList<>();
        for (int race = 0; race < RACES; race++) {
            String diagnosis = CaseSteps.case7("食堂" + race);
            List<Integer> three =
                    atOnce(() -> handOver(diagnosis, center), () -> withdrawConsent(diagnosis), () -> take(diagnosis));
            assertThat(three.get(1)).as("the owner's word always counts").isEqualTo(200);
            answers.addAll(three);
            hasGoneHome(diagnosis);
        }
        assertThat(answers).allMatch(status -> status < 500);
    }

    @Test
    void a_desks_move_and_a_withdrawal_of_consent_come_to_one_end_without_a_fault() throws Exception {
        String center = CaseSteps.center();
        List<Integer> answers = new ArrayList<>();
        for (int race = 0; race < RACES; race++) {
            String diagnosis = CaseSteps.case7("食堂" + race);
            String referral = CaseSteps.handedOver(diagnosis, center);
            Callable<Integer> decline = () -> go(referral, "reject", Map.of("reason", "no-capacity"));
            Callable<Integer> accept = () -> go(referral, "accept", Map.of());
            List<Integer> three =
                    atOnce(race % 2 == 0 ? accept : decline, () -> withdrawConsent(diagnosis), () -> note(referral));
            assertThat(three.get(1)).as("the owner's word always counts").isEqualTo(200);
            answers.addAll(three);
            hasGoneHome(diagnosis);
        }
        assertThat(answers).allMatch(status -> status < 500);
    }

    @Test
    void a_withdrawn_sheet_and_a_desks_move_come_to_one_end_without_a_fault() throws Exception {
        String center = CaseSteps.center();
        List<Integer> answers = new ArrayList<>();
        for (int race = 0; race < RACES / 2; race++) {
            String diagnosis = CaseSteps.case7("食堂" + race);
            String referral = CaseSteps.handedOver(diagnosis, center);
            answers.addAll(atOnce(
                    () -> go(referral, "accept", Map.of()),
                    () -> withdrawSheet(diagnosis),
                    () -> withdrawConsent(diagnosis)));
            assertThat(SmallNetwork.count("referral where diagnosis = '" + diagnosis + "' and ended_at is null"))
                    .isZero();
        }
        assertThat(answers).allMatch(status -> status < 500);
    }

    /** Whoever was first: the consent is taken back, so nothing of it may stand. */
    private static void hasGoneHome(String diagnosis) {
        assertThat(SmallNetwork.count("referral where diagnosis = '" + diagnosis + "' and ended_at is null"))
                .isZero();
        assertThat(SmallNetwork.count("provision where diagnosis = '" + diagnosis + "' and recalled_at is null"))
                .isZero();
        assertThat(SmallNetwork.text("select state from case_file where diagnosis = '" + diagnosis + "'"))
                .isEqualTo("own");
        assertThat(SmallNetwork.count("diagnosis where id = '" + diagnosis + "' and shared"))
                .isZero();
    }

    @SafeVarargs
    private List<Integer> atOnce(Callable<Integer>... doings) throws Exception {
        CyclicBarrier start = new CyclicBarrier(doings.length);
        List<Future<Integer>> under = new ArrayList<>();
        for (Callable<Integer> doing : doings) {
            under.add(people.submit(() -> {
                start.await();
                return doing.call();
            }));
        }
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> one : under) {
            answers.add(one.get());
        }
        return answers;
    }

    private static int handOver(String diagnosis, String desk) {
        return CaseSteps.move("coordinator", diagnosis, "hand-over", Map.of("desks", List.of(desk)))
                .extract()
                .statusCode();
    }

    private static int take(String diagnosis) {
        return CaseSteps.move("coordinator", diagnosis, "take", Map.of())
                .extract()
                .statusCode();
    }

    private static int go(String referral, String move, Map<String, Object> said) {
        return CaseSteps.go("center-consultant", referral, move, said).extract().statusCode();
    }

    private static int note(String referral) {
        return CaseSteps.note("center-consultant", referral, Map.of("kind", "note", "note", "電話をする"))
                .extract()
                .statusCode();
    }

    private static int withdrawConsent(String diagnosis) {
        return as("minato-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "気が変わった"))
                .post("/api/v1/diagnoses/{id}/consents/all/withdrawal", diagnosis)
                .statusCode();
    }

    private static int withdrawSheet(String diagnosis) {
        return as("minato-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "二重に記録した"))
                .post("/api/v1/diagnoses/{id}/withdrawal", diagnosis)
                .statusCode();
    }
}
