package jp.toritsugi.queue;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.access.WhoAsks;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.referral.CaseSteps;
import jp.toritsugi.testing.People;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class QueueResourceTest {
    private static final List<String> FILTERS = List.of(
            "",
            "&area=津軽",
            "&area=nowhere",
            "&municipality=022021",
            "&leaf=D",
            "&kind=yorozu",
            "&leaf=C&kind=center",
            "&institution=ringo-bank",
            "&institution=secretariat",
            "&mine=true",
            "&municipality=022012&leaf=A",
            "&institution=ringo-bank&kind=center&leaf=B",
            "&area=津軽&institution=hotate-shinkin");

    @Inject
    QueueTally tally;

    @Inject
    QueueCounts counts;

    @Inject
    QueueReader reader;

    @Inject
    People people;

    @Inject
    WhoAsks who;

    @Test
    void what_is_counted_is_what_is_listed_under_every_filter_for_everybody() {
        Queues.fill(140);
        FILTERS.forEach(filter -> agrees("coordinator", "coordinator", filter, "urgency"));
        List.of("", "&leaf=D").forEach(filter -> agrees("minato-officer", "officer", filter, "urgency"));
        List.of("", "&leaf=D").forEach(filter -> agrees("kita-coordinator", "coordinator", filter, "urgency"));
        tally.gather();
        // Half of it changes after it was gathered, so that both halves of the tally are read.
        SmallNetwork.owner(
                "update case_file set urgency = 'high', due_on = current_date where hashtext(diagnosis::text) % 2 = 0");
        SmallNetwork.owner("delete from case_file where state = 'review' and hashtext(diagnosis::text) % 10 = 0");
        FILTERS.forEach(filter -> agrees("coordinator", "coordinator", filter, "waiting"));
        List.of("", "&kind=center").forEach(filter -> agrees("ringo-officer", "officer", filter, "deadline"));
    }

    /** Asked without the way over HTTP, for it is asked many times. */
    private void agrees(String user, String role, String filter, String sort) {
        people.as(user, role, () -> {
            QueueQuery query = QueueAddress.query(filter + "&limit=25&sort=" + sort);
            Viewer viewer = who.viewer().orElseThrow();
            Map<QueueTab, Long> counted = counts.of(query, viewer);
            counted.forEach((tab, count) -> assertThat(listed(query.with("tab", tab.code()), viewer))
                    .as(user + filter + tab)
                    .doesNotHaveDuplicates()
                    .hasSize(count.intValue()));
            return null;
        });
    }

    private List<UUID> listed(QueueQuery query, Viewer viewer) {
        List<UUID> ids = new ArrayList<>();
        QueueQuery page = query;
        while (page != null) {
            PageOf<QueueLine> found = reader.page(page, viewer);
            found.items().forEach(line -> ids.add(line.diagnosis()));
            page = found.next() == null ? null : page.with("after", found.next());
        }
        return ids;
    }

    @Test
    void every_order_shows_the_same_cases_and_what_is_late_stands_on_top() {
        Queues.fill(120);
        List<String> urgent = Queues.listed("coordinator", "");
        assertThat(new HashSet<>(Queues.listed("coordinator", "&sort=waiting"))).isEqualTo(new HashSet<>(urgent));
        assertThat(new HashSet<>(Queues.listed("coordinator", "&sort=deadline")))
                .isEqualTo(new HashSet<>(urgent));
        List<Integer> over = as("coordinator").get("/api/v1/cases?limit=200").path("items.daysOver");
        List<String> urgency =
                as("coordinator").get("/api/v1/cases?limit=200&tab=late").path("items.urgency");
        assertThat(urgency.subList(0, 5)).containsOnly("high");
        assertThat(over.get(0)).isPositive();
        List<Integer> waiting =
                as("coordinator").get("/api/v1/cases?limit=200&sort=waiting").path("items.waitingDays");
        assertThat(waiting).isSortedAccordingTo((a, b) -> b - a);
        List<String> due = as("coordinator")
                .get("/api/v1/cases?limit=200&sort=deadline&tab=late")
                .path("items.dueOn");
        assertThat(due).isSorted();
    }

    @Test
    void a_case_leaves_the_queue_of_the_secretariat_with_its_consent() {
        String diagnosis = CaseSteps.case7("食堂りんご");
        as("coordinator")
                .get("/api/v1/cases")
                .then()
                .body("items.diagnosis", hasItem(diagnosis))
                .body("items[0].enterpriseName", equalTo("食堂りんご"))
                .body("items[0].urgency", equalTo("high"))
                .body("items[0].consent", equalTo("all"));
        assertThat(Queues.counts("coordinator", "")).containsEntry("high", 1).containsEntry("all", 1);

        as("minato-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "気が変わった"))
                .post("/api/v1/diagnoses/{id}/consents/all/withdrawal", diagnosis)
                .then()
                .statusCode(200);
        assertThat(Queues.listed("coordinator", "")).isEmpty();
        assertThat(Queues.counts("coordinator", "").values()).containsOnly(0);
        assertThat(Queues.listed("minato-officer", "&tab=own")).containsExactly(diagnosis);
        assertThat(Queues.listed("ringo-officer", "&tab=own")).isEmpty();
    }

    @Test
    void a_referral_nobody_answers_is_late_until_it_is_dealt_with() {
        String diagnosis = CaseSteps.case7("食堂りんご");
        String referral = CaseSteps.handedOver(diagnosis, CaseSteps.center());
        assertThat(Queues.counts("coordinator", ""))
                .containsEntry("referred", 1)
                .containsEntry("late", 0);

        SmallNetwork.owner("update referral set answer_by = '2026-01-05', contact_by = '2026-01-06'");
        SmallNetwork.owner("update referral set contacted_at = now()");
        as("coordinator")
                .get("/api/v1/cases?tab=late")
                .then()
                .body("items.diagnosis", everyItem(equalTo(diagnosis)))
                .body("items[0].dueOn", equalTo("2026-01-05"))
                .body("items[0].step", equalTo(3));
        CaseSteps.go("center-consultant", referral, "accept", Map.of()).statusCode(200);
        assertThat(Queues.counts("coordinator", ""))
                .containsEntry("referred", 1)
                .containsEntry("late", 0);
    }

    @Test
    void looking_at_the_queue_stands_in_the_trail_and_nonsense_is_refused() {
        Queues.counts("coordinator", "");
        Queues.listed("coordinator", "&leaf=D");
        assertThat(SmallNetwork.count("trail where action = 'listed' and subject_kind = 'case'"))
                .isEqualTo(1);
        for (String wrong :
                List.of("tab=x", "leaf=Z", "kind=x", "sort=x", "limit=0", "firm=x", "after=x", "mine=yes")) {
            as("coordinator").get("/api/v1/cases?" + wrong).then().statusCode(400);
        }
        as("center-consultant").get("/api/v1/cases").then().statusCode(403);
    }
}
