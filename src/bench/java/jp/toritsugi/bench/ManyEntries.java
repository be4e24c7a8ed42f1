package jp.toritsugi.bench;

import java.sql.SQLException;

/**
 * Fills the trail with true chains: what 60 institutions with 300 people leave behind in three years, and a few things
 * that hardly ever happen. Hashed as the trigger would, which takes a transaction an entry.
 */
final class ManyEntries {
    /** A person with three entries, the hardest to find for a planner that reads from the newest. */
    static final String RARE_PERSON = "night-owl";

    private static final String ANEW =
            """
            alter table trail disable trigger user;
            truncate trail;
            do $$ declare
              entries constant int := %d;
              link trail; ends bytea[]; c int; i bigint; kind int;
            begin
              select array_agg(trail_ground(n) order by n) into ends from generate_series(0, 63) n;
              for n in 1..entries loop
                i := n;
                c := (i - 1) %% 64;
                kind := (i * 7919) %% 1000;
                link.id := i; link.chain := c; link.position := (i - 1) / 64 + 1;
                link.at := timestamptz '2026-11-01' - (entries - i) * (interval '3 years' / entries);
                link.network := '02';
                link.actor := case when i in (entries / 7, entries / 5, entries / 3) then '%s' else 'person-' || (i * 31 %% 300) end;
                link.actor_name := '利用者 ' || (i * 31 %% 300);
                link.actor_role := 'officer';
                link.actor_institution := 'institution-' || (i * 31 %% 60);
                link.institution := 'institution-' || (i * 31 %% 60);
                link.subject_kind := case when kind < 700 or kind >= 950 then 'diagnosis' when kind < 800 then 'report' else 'session' end;
                link.action := case when i = entries / 2 then 'glass-broken' when kind < 550 then 'viewed' when kind < 650 then 'listed'
                    when kind < 700 then 'recorded' when kind < 780 then 'viewed' when kind < 800 then 'exported'
                    when kind < 950 then 'logged-in' when kind < 990 then 'corrected' when kind < 999 then 'printed' else 'imported' end;
                link.subject := case when link.subject_kind = 'session' or link.action in ('listed', 'imported') then null
                    when link.subject_kind = 'report' then 'succession-diagnosis'
                    else md5('case ' || i * 37 %% 250000)::uuid::text end;
                link.details := case when link.action = 'imported' then (select jsonb_build_object('ids', jsonb_agg(md5('case ' || sheet)::uuid))
                      from generate_series(i * 41 %% 250000, i * 41 %% 250000 + 99) sheet)
                    else '{"revision": 1, "aspect": "sheet"}' end;
                link.hash := sha256(ends[c + 1] || convert_to(trail_text(link), 'UTF8'));
                ends[c + 1] := link.hash;
                insert into trail overriding system value select link.*;
              end loop;
              update trail_head h set position = (entries - h.chain + 63) / 64, hash = ends[h.chain + 1];
            end $$;
            alter table trail enable trigger user;
            alter table trail alter column id restart with %d;
            """;

    private ManyEntries() {}

    static void fill(Stage stage, int entries) throws SQLException {
        stage.owner(ANEW.formatted(entries, RARE_PERSON, entries + 1));
        stage.owner("vacuum analyze trail");
    }
}
