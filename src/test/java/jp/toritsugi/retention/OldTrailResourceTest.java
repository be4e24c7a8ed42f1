package jp.toritsugi.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Entries past their term go as the beginning of their chain, and what is left is still whole. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OldTrailResourceTest {
    /** The entries there are become eleven years older and are hashed anew, as if they had been written then. */
    private static final String MAKE_OLD =
            """
            alter table trail disable trigger trail_stays;
            update trail set at = at - interval '11 years' where at > now() - interval '10 years';
            do $$ declare link trail; before bytea; last smallint := -1; begin
              for link in select * from trail order by chain, position loop
                if link.chain <> last then before := trail_ground(link.chain); last := link.chain; end if;
                before := sha256(before || convert_to(trail_text(link), 'UTF8'));
                update trail set hash = before where id = link.id;
                update trail_head set hash = before where chain = link.chain;
              end loop;
            end $$;
            alter table trail enable trigger trail_stays;""";

    @Inject
    OldSheets sheets;

    @Test
    void what_is_left_stands_on_what_was_destroyed() {
        sheets.record("りんご堂", 60);
        sheets.record("ほたて堂", 60);
        SmallNetwork.owner(MAKE_OLD);
        long old = SmallNetwork.count("trail");
        verify();

        sheets.destroy().then().statusCode(200).body("parts.find { it.kind == 'trail' }.destroyed", equalTo((int) old));

        assertThat(SmallNetwork.count("trail where at < now() - interval '10 years'"))
                .isZero();
        assertThat(SmallNetwork.count("trail where action = 'destroyed' and details ? 'chains'"))
                .isEqualTo(1);
        JsonPath verified = verify();
        assertThat(verified.getBoolean("whole")).isTrue();
        assertThat(verified.getLong("entries")).isLessThan(old + 20);
        assertThat(verify().getBoolean("whole")).isTrue();
        assertThat(SmallNetwork.count("trail_anchor_broken('{\"0\": \"1:00\"}')"))
                .isZero();
        assertThat(SmallNetwork.count("trail_anchor_broken('{\"0\": \"1000:00\"}')"))
                .isEqualTo(1);

        SmallNetwork.owner("update trail_start set position = position + 1");
        assertThat(verify().getBoolean("whole")).isFalse();
    }

    @Test
    void an_entry_about_something_held_keeps_all_that_follow_in_its_chain() {
        UUID id = sheets.record("りんご堂", 60);
        sheets.record("ほたて堂", 60);
        SmallNetwork.owner(MAKE_OLD);
        sheets.as("coordinator").body("{\"reason\": \"訴訟\"}").post("/api/v1/diagnoses/{id}/hold", id);

        sheets.destroy().then().statusCode(200).body("state", equalTo("done"));

        assertThat(SmallNetwork.count("trail where subject = '" + id + "' and action = 'recorded'"))
                .isEqualTo(1);
        assertThat(verify().getBoolean("whole")).isTrue();
    }

    @Test
    void young_entries_and_those_of_a_network_that_released_nothing_stay() {
        sheets.record("りんご堂", 60);
        sheets.destroy().then().body("parts.find { it.kind == 'trail' }.destroyed", equalTo(0));
        assertThat(SmallNetwork.count("trail where action = 'recorded'")).isEqualTo(1);

        SmallNetwork.owner("alter table trail disable trigger trail_stays; update trail set network = '05';"
                + " alter table trail enable trigger trail_stays;");
        SmallNetwork.owner(MAKE_OLD);
        long old = SmallNetwork.count("trail where at < now() - interval '10 years'");
        sheets.destroy().then().body("parts.find { it.kind == 'trail' }.destroyed", equalTo(0));
        assertThat(SmallNetwork.count("trail where at < now() - interval '10 years'"))
                .isEqualTo(old);
    }

    @Test
    void the_owner_too_can_only_take_what_has_an_anchor() {
        sheets.record("りんご堂", 60);

        assertThatThrownBy(() -> SmallNetwork.owner("delete from trail")).hasMessageContaining("only ever appended");
    }

    private JsonPath verify() {
        return sheets.as("auditor")
                .post("/api/v1/trail/verifications")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
