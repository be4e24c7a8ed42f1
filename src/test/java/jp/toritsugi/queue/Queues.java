package jp.toritsugi.queue;

import static jp.toritsugi.testing.LoggedIn.as;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.testing.SmallNetwork;

/** A queue with some of everything, made behind the curtain: what is counted must not depend on how it came about. */
final class Queues {
    private static final String SHEETS =
            """
            insert into diagnosis (id, network, institution, entered_at, shared, questionnaire, questionnaire_version,
              status, revision, receipt, interviewed_on, enterprise_name, sort_name, municipality, search_key,
              search_grams, firm_key, leaf, leaf_state, off_branch, marks, recorded_at, recorded_by, changed_at)
            select gen_random_uuid(), '02', (array['minato-cci', 'ringo-bank', 'hotate-shinkin', 'secretariat'])[1 + i * 7 %% 4],
              'minato-cci', i %% 9 > 0, 'succession-diagnosis', '2016', 'recorded', 1, 'R' || i, '2019-10-15',
              '商店' || i, '商店', (array['022021', '022012', '022039', null])[1 + i / 4 %% 4], '', '{}', 'f' || i,
              (array['A', 'B', 'C', 'D', 'U'])[1 + i / 3 %% 5], 'action', false, '', now(), 'x', now()
            from generate_series(1, %d) i""";

    private static final String CASES =
            """
            insert into case_file (diagnosis, network, institution, shared, municipality, leaf, leaf_state, firm_key, state,
              urgency, proposed, opened_at, since, due_on, second_on, third_on, returned, holder, holder_name, held_until, closed_at)
            select id, network, institution, shared, municipality, leaf, leaf_state, firm_key, state,
              (array['high', 'medium', 'low', null])[1 + i % 4], (array['center', 'yorozu', null])[1 + i % 3],
              now(), now() - make_interval(days => i % 30), due, due + 7, due + 14, state = 'review' and i % 4 = 0,
              case when i % 5 = 0 then 'coordinator' when i % 7 = 0 then 'other' end,
              case when i % 35 in (0, 5, 7, 10) then 'x' end, case when i % 10 = 0 then now() - interval '1 hour' when i % 5 = 0 or i % 7 = 0 then now() + interval '1 hour' end,
              case when state = 'closed' then now() end
            from (select d.*, substr(receipt, 2)::int i,
                (array['review', 'review', 'missing', 'referred', 'own', 'watch', 'closed'])[1 + substr(receipt, 2)::int % 7] state,
                case substr(receipt, 2)::int % 3 when 0 then null else current_date + (substr(receipt, 2)::int % 41) - 20 end due
              from diagnosis d) made""";

    /** Where referred, the desk's answer or the first contact is waited for, around today. */
    private static final String REFERRALS =
            """
            insert into desk (id, network, institution, kind, name, confirmed_on, confirmed_by)
            values ('00000000-0000-0000-0000-000000000001', '02', 'succession-center', 'center', '窓口', current_date, 'x');
            insert into referral (id, diagnosis, network, from_institution, to_institution, desk, kind, state, requested_at,
              requested_by, requested_by_name, answer_by, contact_by)
            select gen_random_uuid(), diagnosis, network, institution, 'succession-center', '00000000-0000-0000-0000-000000000001',
              'center', (array['requested', 'accepted', 'in-progress'])[1 + (hashtext(diagnosis::text) & 1)], now(), 'x', 'x',
              current_date + (hashtext(diagnosis::text) & 7) - 3, current_date + (hashtext(diagnosis::text) & 7) - 4
            from case_file where state = 'referred'""";

    private Queues() {}

    static void fill(int cases) {
        SmallNetwork.owner(SHEETS.formatted(cases));
        SmallNetwork.owner(CASES);
        SmallNetwork.owner(REFERRALS);
    }

    /** Ids of all that the list shows, read to its end in pages of a size that never fits. */
    static List<String> listed(String user, String query) {
        List<String> ids = new ArrayList<>();
        String after = null;
        do {
            var answer = as(user).get("/api/v1/cases?limit=25" + query + (after == null ? "" : "&after=" + after))
                    .then()
                    .statusCode(200)
                    .extract();
            ids.addAll(answer.jsonPath().getList("items.diagnosis", String.class));
            after = answer.path("next");
        } while (after != null);
        return ids;
    }

    static Map<String, Integer> counts(String user, String query) {
        return new LinkedHashMap<>(as(user).get("/api/v1/cases/counts?tab=all" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String, Integer>getMap(""));
    }
}
