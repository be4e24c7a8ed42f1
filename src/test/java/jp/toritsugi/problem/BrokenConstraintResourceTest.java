package jp.toritsugi.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BrokenConstraintResourceTest {
    /** Unique without being of anybody's making: keys we make ourselves, books we keep. Broken, they are a fault. */
    private static final Set<String> OURS = Set.of(
            "notice_once_a_person",
            "outbox_once",
            "firm_pair_once",
            "trail_chain_has_no_twins",
            "webhook_delivery_once");

    private static final String CONSTRAINTS =
            """
            select string_agg(name, ' ') from (
              select conname as name from pg_constraint
              where connamespace = 'public'::regnamespace and contype::text = any (string_to_array('%s', ' '))
              union
              select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
              where i.indisunique and not i.indisprimary and c.relnamespace = 'public'::regnamespace
                and 'u' = any (string_to_array('%1$s', ' '))) named""";

    @Test
    void every_constraint_that_is_told_is_in_the_schema_or_kept_by_one_of_its_functions() {
        Set<String> unknown = new TreeSet<>(BrokenConstraint.names());
        unknown.removeAll(inSchema("p u x c f"));
        unknown.removeIf(name -> SmallNetwork.count("pg_proc where prosrc like '%constraint = ''" + name + "''%'") > 0);
        assertThat(unknown).isEmpty();
    }

    @Test
    void every_unique_and_exclusion_constraint_of_the_schema_is_told_or_known_to_be_ours() {
        Set<String> untold = inSchema("u x");
        untold.removeAll(BrokenConstraint.names());
        assertThat(untold).isSubsetOf(OURS);
    }

    @Test
    void a_broken_constraint_names_the_field_and_repeats_nothing_of_the_row() {
        SQLException broken =
                broken("insert into queue_view (id, network, institution, user_name, name, filters, made_at) values"
                        + " (gen_random_uuid(), '02', 'secretariat', 'coordinator', '" + "秘密".repeat(30)
                        + "', '', now())");
        Refusal refusal = BrokenConstraint.of(new IllegalStateException(broken)).orElseThrow();
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("name");
        assertThat(refusal.getMessage()).doesNotContain("秘密");
    }

    @Test
    void a_constraint_that_nobody_named_is_still_a_fault() {
        SQLException broken = broken("insert into network values ('x', 'どこか')");
        assertThat(broken.getSQLState()).isEqualTo("23514");
        assertThat(BrokenConstraint.of(broken)).isEmpty();
        assertThat(BrokenConstraint.of(broken("select 1 / 0"))).isEmpty();
    }

    private static SQLException broken(String statement) {
        try (Connection owner = SmallNetwork.owner();
                Statement question = owner.createStatement()) {
            question.execute(statement);
        } catch (SQLException e) {
            return e;
        }
        throw new AssertionError("nothing was refused: " + statement);
    }

    private static Set<String> inSchema(String kinds) {
        return new TreeSet<>(
                Arrays.asList(SmallNetwork.text(CONSTRAINTS.formatted(kinds)).split(" ")));
    }
}
