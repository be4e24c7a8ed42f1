package jp.toritsugi.queue;

import static jp.toritsugi.testing.LoggedIn.as;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.testing.SmallNetwork;

/** A queue with some of everything, made behind the curtain: what is counted must not depend on how it came about. */
final class Queues {
    private static final String MANY =
            """
            insert into diagnosis (id, receipt, network, institution, entered_at, branch, questionnaire, questionnaire_version, interviewed_on,
              enterprise_name, search_text, grams, sort_name, content_hash, revision, status, shared, municipality, leaf, leaf_state, off_branch, marks, recorded_at, changed_at, recorded_by)
            select gen_random_uuid(), 'Q' || i, '02', inst, inst, null, 'succession-diagnosis', '2016', '2019-10-15',
              '商店' || i, '', '{}', '', '', 1, 'recorded', i %% 9 > 0, muni, leaf, 'action', false, '', now(), now(), 'x'
            from (select i, (array['minato-cci', 'ringo-bank', 'hotate-shinkin', 'secretariat'])[1 + i * 7 %% 4] inst,
              (array['022021', '022012', '022039', null])[1 + i * 5 %% 4] muni, (array['A', 'B', 'C', 'D', 'U'])[1 + i * 3 %% 5] leaf
              from generate_series(1, %d) i) made""";

    private Queues() {}

    static void fill(int cases) {
        SmallNetwork.owner(MANY.formatted(cases));
    }

    /** Ids of all that the list shows, read to its end in pages of a size that never fits. */
    static List<String> listed(String user, String query) {
        List<String> ids = new ArrayList<>();
        String after = null;
        do {
            var answer = as(user).get("/api/v1/cases?limit=7" + query + (after == null ? "" : "&after=" + after))
                    .then()
                    .statusCode(200)
                    .extract();
            ids.addAll(answer.jsonPath().getList("items.diagnosis", String.class));
            after = answer.path("next");
        } while (after != null);
        return ids;
    }

    static Map<String, Integer> counts(String user, String query) {
        return new LinkedHashMap<>(as(user).get("/api/v1/cases/counts?" + query.replaceFirst("^&", ""))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String, Integer>getMap(""));
    }
}
