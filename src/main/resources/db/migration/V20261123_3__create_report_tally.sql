-- Monthly counts kept up to date in the writer's own transaction. Writers append a delta each (no row two writers wait
-- for); report_fold() gathers the deltas into the tally now and then. Tally plus deltas is exact at every moment.
create table report_tally (
  network text not null,
  questionnaire text not null,
  version text not null,
  month date not null,
  -- '#' sheets; '@60' representatives in their sixties, '@' age unknown; '3:a' mark a at the third question
  cell text not null,
  n bigint not null,
  constraint report_tally_pk primary key (network, questionnaire, month, version, cell)
);

create table report_delta (
  id bigint generated always as identity constraint report_delta_pk primary key,
  network text not null,
  questionnaire text not null,
  version text not null,
  month date not null,
  marks text not null,
  decade smallint,
  n integer not null
);

create function report_cells(marks text, decade smallint) returns table (cell text)
  language sql immutable parallel safe as $$
    select '#' union all select '@' || coalesce(decade::text, '')
    union all select i || ':' || substr(marks, i, 1) from generate_series(1, length(marks)) i
  $$;

create function report_count_new_sheets() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
  begin
    insert into report_delta (network, questionnaire, version, month, marks, decade, n)
    select network, questionnaire, questionnaire_version, date_trunc('month', interviewed_on)::date, marks,
      (age / 10 * 10)::smallint, count(*)
    from added where known_to = 'infinity' group by 1, 2, 3, 4, 5, 6;
    return null;
  end $$;

create function report_count_ended_sheets() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
  begin
    insert into report_delta (network, questionnaire, version, month, marks, decade, n)
    select b.network, b.questionnaire, b.questionnaire_version, date_trunc('month', b.interviewed_on)::date, b.marks,
      (b.age / 10 * 10)::smallint, -count(*)
    from before b join after a using (diagnosis, revision)
    where b.known_to = 'infinity' and a.known_to <> 'infinity' group by 1, 2, 3, 4, 5, 6;
    return null;
  end $$;

create trigger report_count_new_sheets after insert on diagnosis_sheet
  referencing new table as added for each statement execute function report_count_new_sheets();
create trigger report_count_ended_sheets after update on diagnosis_sheet
  referencing old table as before new table as after for each statement execute function report_count_ended_sheets();

-- One at a time; whoever finds it busy leaves it to the other. Answers how many deltas were gathered.
-- The inner sum first: thousands of deltas of one month have few different marks, and each is taken apart into cells.
create function report_fold() returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
  declare gathered bigint;
  begin
    if not pg_try_advisory_xact_lock(hashtext('report_fold')) then
      return 0;
    end if;
    with taken as (delete from report_delta returning *),
      folded as (
        insert into report_tally (network, questionnaire, version, month, cell, n)
        select network, questionnaire, version, month, cell, sum(n)
        from (select network, questionnaire, version, month, marks, decade, sum(n) n
              from taken group by 1, 2, 3, 4, 5, 6) t
        cross join lateral report_cells(marks, decade)
        group by 1, 2, 3, 4, 5
        on conflict on constraint report_tally_pk do update set n = report_tally.n + excluded.n
        returning 1)
    select count(*) into gathered from taken;
    return gathered;
  end $$;

create view report_month_cell as
  select network, questionnaire, version, month, cell, n from report_tally
  union all
  select network, questionnaire, version, month, cell, n
  from (select network, questionnaire, version, month, marks, decade, sum(n)::bigint n
        from report_delta group by 1, 2, 3, 4, 5, 6) pending
  cross join lateral report_cells(marks, decade);

-- Sheets as the report reads them, every revision with the span it was held to be true.
create view report_sheet as
  select diagnosis, network, institution, questionnaire, questionnaire_version as version, interviewed_on, municipality,
    industry, age, leaf, marks, known_from, known_to
  from diagnosis_sheet;

revoke execute on function report_fold(), report_count_new_sheets(), report_count_ended_sheets() from public;
grant execute on function report_fold() to ${app};
grant select on report_tally, report_delta, report_month_cell, report_sheet to ${app};
