package jp.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What PostgreSQL's own catalogue says of functions and policies; a new one is looked at without anybody asking for it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WallCatalogueResourceTest {
    private static final String OURS =
            """
            from pg_proc p where pronamespace = 'public'::regnamespace
              and not exists (select from pg_depend d where d.objid = p.oid and d.deptype in ('e', 'i'))""";

    /** Of no viewer: attempts of strangers and the night's work; checksums of files, which no one network has. */
    private static final Set<String> FOR_EVERYBODY = Set.of(
            "trail_append", "questionnaire_in_use_read", "questionnaire_in_use_remember", "questionnaire_in_use_edit");

    private static final Set<String> SETTINGS = Set.of(
            "viewer_institution",
            "viewer_institutions",
            "viewer_role",
            "viewer_user",
            "viewer_branch",
            "viewer_name",
            "viewer_enter");

    private static final Pattern ASKS_THE_VIEWER =
            Pattern.compile("\\bviewer_(institutions?|role|user|branch|name)\\b");

    @Test
    void nobody_calls_what_runs_with_the_owners_rights_but_by_a_grant() throws SQLException {
        assertThat(asked("select proname " + OURS + " and prosecdef and (proacl is null or exists ("
                        + "select from aclexplode(proacl) a where a.grantee = 0))"))
                .isEmpty();
        assertThat(asked("select proname " + OURS
                        + " and prorettype = 'trigger'::regtype and (proacl is null or exists ("
                        + "select from aclexplode(proacl) a where a.grantee <> proowner))"))
                .isEmpty();
    }

    @Test
    void what_runs_with_the_owners_rights_finds_names_in_one_place() throws SQLException {
        assertThat(asked("select proname " + OURS + " and prosecdef and not coalesce("
                        + "'search_path=public, pg_temp' = any (proconfig), false)"))
                .isEmpty();
    }

    @Test
    void a_new_function_starts_revoked() throws SQLException {
        try (PastTheApplication database = PastTheApplication.open()) {
            database.run("set local role toritsugi_owner");
            database.run("create function started_today() returns int language sql return 1");
            assertThat(database.application().refusal("select started_today()")).contains("permission denied");
        }
    }

    @Test
    void the_application_may_call_only_what_it_calls() throws SQLException, IOException {
        String code = code()
                + String.join("\n", asked("select pg_get_expr(polqual, polrelid) from pg_policy"))
                + String.join("\n", asked("select pg_get_expr(polwithcheck, polrelid) from pg_policy"));
        List<String> unused = new ArrayList<>();
        for (String function : asked("select distinct proname " + OURS + " and prosecdef and has_function_privilege('"
                + PastTheApplication.APPLICATION + "', oid, 'execute')")) {
            if (!Pattern.compile("\\b" + function + "\\b").matcher(code).find()) {
                unused.add(function);
            }
        }
        assertThat(unused).isEmpty();
    }

    /** Only {@code viewer_network()} looks at the seal, so nothing may ask who it is without asking that. */
    @Test
    void whatever_depends_on_who_asks_depends_on_the_seal() throws SQLException {
        Map<String, String> functions =
                texts("select concat(proname, e'\\t', pg_get_functiondef(oid)) " + OURS + " and prokind = 'f'");
        Map<String, String> views =
                texts("select concat(viewname, e'\\t', definition) from pg_views where schemaname = 'public'");
        Map<String, String> policies = texts(
                """
                select concat(polname, ' on ', polrelid::regclass, e'\\t', pg_get_expr(polqual, polrelid), ' ',
                  pg_get_expr(polwithcheck, polrelid)) from pg_policy where polpermissive""");
        // Functions and views read past the policies of tables, so for them a table is no protection.
        Set<String> sealed = new TreeSet<>(Set.of("viewer_network"));
        for (int before = 0; before < sealed.size(); ) {
            before = sealed.size();
            take(sealed, functions);
            take(sealed, views);
        }
        Set<String> withTables = new TreeSet<>(sealed);
        for (int before = 0; before < withTables.size(); ) {
            before = withTables.size();
            withTables.addAll(closedTables(policies, withTables));
        }

        assertThat(policies.entrySet().stream()
                        .filter(policy ->
                                !FOR_EVERYBODY.contains(policy.getKey().split(" ")[0]))
                        .filter(policy -> !mentions(policy.getValue(), withTables))
                        .map(Map.Entry::getKey))
                .as("policies")
                .isEmpty();
        assertThat(views.keySet().stream()
                        .filter(view -> ASKS_THE_VIEWER.matcher(views.get(view)).find())
                        .filter(view -> !sealed.contains(view)))
                .as("views")
                .isEmpty();
        assertThat(functions.keySet().stream()
                        .filter(function -> !SETTINGS.contains(function))
                        .filter(function ->
                                ASKS_THE_VIEWER.matcher(functions.get(function)).find())
                        .filter(function -> !sealed.contains(function)))
                .as("functions")
                .isEmpty();
    }

    /** Tables whose rows show themselves only to whom the seal knows. */
    private static Set<String> closedTables(Map<String, String> policies, Set<String> sealed) throws SQLException {
        Set<String> open = new TreeSet<>();
        policies.forEach((policy, text) -> {
            if (!mentions(text, sealed)) {
                open.add(policy.split(" on ")[1]);
            }
        });
        Set<String> closed = new TreeSet<>(asked("select relname from pg_class where relrowsecurity"));
        closed.removeAll(open);
        return closed;
    }

    private static void take(Set<String> sealed, Map<String, String> texts) {
        texts.forEach((name, text) -> {
            if (mentions(text.replaceFirst("(?s)^CREATE OR REPLACE FUNCTION public\\.\\w+", ""), sealed)) {
                sealed.add(name);
            }
        });
    }

    private static boolean mentions(String text, Set<String> names) {
        return names.stream()
                .anyMatch(name ->
                        Pattern.compile("\\b" + name + "\\b").matcher(text).find());
    }

    private static String code() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            StringBuilder code = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                code.append(Files.readString(file)).append('\n');
            }
            return code.toString();
        }
    }

    /** Name and text, with a tab between; what several have in common is one. */
    private static Map<String, String> texts(String query) throws SQLException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String line : asked(query)) {
            String[] parts = line.split("\t", 2);
            texts.merge(parts[0], parts[1], (one, other) -> one + "\n" + other);
        }
        return texts;
    }

    private static List<String> asked(String query) throws SQLException {
        try (PastTheApplication database = PastTheApplication.open()) {
            return database.values(query).stream()
                    .filter(value -> value != null)
                    .toList();
        }
    }
}
