package jp.toritsugi.bench;

import java.sql.SQLException;

/** Cases by the hundred thousand, written straight into the tables: sheets with a head, each with its case. */
final class ManyCases {
    private static final int INSTITUTIONS = 60;
    private static final String HOUSES =
            """
            insert into institution (network, code, name, type)
            select '02', 'bench-' || lpad(i::text, 2, '0'), 'bench-' || i, 'chamber' from generate_series(0, %d) i
            on conflict do nothing;
            insert into member (user_name, network, institution, role, display_name) values
              ('bench-officer', '02', 'bench-00', 'officer', 'x'), ('second-coordinator', '02', 'secretariat', 'coordinator', 'y')""";

    /** Every institution works in a few municipalities; leaves and proposals as uneven as in life. */
    private static final String SHEETS =
            """
            insert into diagnosis (id, network, institution, entered_at, shared, questionnaire, questionnaire_version,
              status, revision, receipt, interviewed_on, enterprise_name, sort_name, municipality, search_key,
              search_grams, firm_key, leaf, leaf_state, off_branch, marks, recorded_at, recorded_by, changed_at)
            select gen_random_uuid(), '02', 'bench-' || lpad((i %% %d)::text, 2, '0'), 'bench-00', true, 'succession-diagnosis', '2016',
              'recorded', 1, i::text, '2019-10-15', '商店' || i, '商店',
              (array['022012','022021','022039','022047','022055','022063','022071','022080','022098','022101'])[1 + (i * 31 + i %% 60) %% 10],
              '', '{}', 'f' || i, substr('AABBBCCDDDDU', 1 + (i * 7) %% 12, 1), 'action', false, '', now(), 'x', now()
            from generate_series(%d, %d) i""";

    private static final String CASES =
            """
            insert into case_file (diagnosis, network, institution, shared, municipality, leaf, leaf_state, firm_key, state,
              opened_at, since) select id, network, institution, true, municipality, leaf, leaf_state, firm_key, 'watch', now(), now()
            from diagnosis d where not exists (select from case_file c where c.diagnosis = d.id)""";

    /** %s = state by the number of the sheet; %d = so many days back the oldest deadline lies. */
    private static final String SPREAD =
            """
            update case_file c set state = s.state, closed_at = case when s.state = 'closed' then now() end,
              urgency = (array['high','medium','medium','medium','low','medium','medium'])[1 + i %% 7], proposed = (array['center','center','center','yorozu','chamber','tax-accountant','lawyer'])[1 + i * 5 %% 7],
              since = now() - make_interval(days => i %% 60), due_on = current_date - %d + (i * 13) %% (%d + 15),
              referral_due = current_date - 3 + i %% 20, returned = s.state = 'review' and i %% 50 = 0, holder = null, held_until = null
            from (select id, receipt::int i, %s state from diagnosis) s where s.id = c.diagnosis""";

    private static final String USUAL =
            """
            case when receipt::int * 17 % 100 < 55 then 'closed' when receipt::int * 17 % 100 < 80 then 'watch'
              when receipt::int * 17 % 100 < 88 then 'own' when receipt::int * 17 % 100 < 95 then 'referred'
              when receipt::int * 17 % 100 < 96 then 'missing' else 'review' end""";

    private ManyCases() {}

    static void houses(Stage stage) throws SQLException {
        stage.owner(HOUSES.formatted(INSTITUTIONS - 1));
    }

    /** Numbered from {@code from} on, up to {@code to}. */
    static void add(Stage stage, int from, int to) throws SQLException {
        stage.owner(SHEETS.formatted(INSTITUTIONS, from, to));
        stage.owner(CASES);
    }

    /** Most closed or watched, a tenth waiting for something. */
    static void usual(Stage stage) throws SQLException {
        spread(stage, 10, USUAL);
    }

    /** All of them wait for the secretariat, some for four months. */
    static void allInReview(Stage stage) throws SQLException {
        spread(stage, 120, "'review'");
    }

    private static void spread(Stage stage, int back, String state) throws SQLException {
        stage.owner(SPREAD.formatted(back, back, state));
        stage.owner("select case_fold()");
        stage.owner("vacuum full case_file");
        stage.owner("vacuum analyze case_file, case_tally, case_delta, diagnosis");
    }
}
