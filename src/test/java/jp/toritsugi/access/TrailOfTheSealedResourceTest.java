package jp.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import jp.toritsugi.access.PastTheApplication.Person;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An entry of the trail names a person only where the register and the seal say that it was that person. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TrailOfTheSealedResourceTest {
    private static final String IN_ANOTHERS_NAME =
            """
            insert into trail (network, actor, actor_name, actor_role, actor_institution, action, subject_kind)
            values ('05', 'oga-officer', '男鹿 三郎', 'officer', 'oga-bank', 'viewed', 'wall')""";
    private static final String WRITTEN =
            "select concat_ws(',', network, actor, actor_name, actor_role, actor_institution) from trail where subject_kind = 'wall'";

    @BeforeEach
    void rows() {
        PastTheApplication.fill();
    }

    @Test
    void without_a_viewer_nobody_is_named() throws SQLException {
        for (String somebody : new String[] {
            IN_ANOTHERS_NAME,
            "insert into trail (network, actor, action, subject_kind) values ('02', 'admin', 'viewed', 'wall')",
            "insert into trail (network, actor_name, action, subject_kind) values ('02', '湊 一郎', 'viewed', 'wall')",
            "insert into trail (network, actor_role, action, subject_kind) values ('02', 'admin', 'viewed', 'wall')"
        }) {
            try (PastTheApplication database = PastTheApplication.open()) {
                assertThat(database.application().refusal(somebody))
                        .as(somebody)
                        .contains("row-level security");
            }
        }
    }

    @Test
    void what_strangers_tried_and_the_nights_work_is_written_without_a_person() throws SQLException {
        try (PastTheApplication database = PastTheApplication.open()) {
            database.application()
                    .run("insert into trail (network, action, subject_kind) values ('02', 'refused', 'wall')");
            assertThat(database.superuser().values(WRITTEN)).containsExactly("02");
            database.rollback();

            database.application()
                    .run("insert into trail (network, actor_name, action, subject_kind)"
                            + " values ('02', '夜間の検証', 'verified', 'wall')");
            assertThat(database.superuser().values(WRITTEN)).containsExactly("02,夜間の検証");
        }
    }

    @Test
    void a_viewer_writes_as_themselves_whatever_they_say() throws SQLException {
        Person officer = PastTheApplication.PEOPLE.get(0);
        try (PastTheApplication database = PastTheApplication.open()) {
            database.enter(officer).run(IN_ANOTHERS_NAME);

            assertThat(database.superuser().values(WRITTEN))
                    .containsExactly("02,minato-officer,湊 一郎,officer,minato-cci");
        }
    }

    @Test
    void whoever_only_says_that_they_are_somebody_is_not_named() throws SQLException {
        try (PastTheApplication database = PastTheApplication.open()) {
            database.application().values("select viewer_enter('', '', '', '', current_date, true)");
            for (String setting :
                    new String[] {"network=05", "user_name=oga-officer", "role=officer", "institution=oga-bank"}) {
                String[] parts = setting.split("=");
                database.values("select set_config(?, ?, true)", "toritsugi." + parts[0], parts[1]);
            }
            assertThat(database.refusal(IN_ANOTHERS_NAME)).contains("row-level security");
        }
    }
}
