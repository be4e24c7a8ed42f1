-- Figures of one institution (what its own people look at every day) and of one type of institution become standard
-- reports: counted from the tally, however many sheets there are. institution '' = all institutions together.
-- Gathered anew from the sheets; nobody may write meanwhile.
lock table diagnosis_sheet in share row exclusive mode;

drop view report_month_cell;
drop table report_tally, report_delta;

create table report_tally (
  network text not null,
  institution text not null,
  questionnaire text not null,
  month date not null,
  version text not null,
  -- '#' sheets; '@60' representatives in their sixties, '@' age unknown; '3:a' mark a at the third question
  cell text not null,
  n bigint not null,
  constraint report_tally_pk primary key (network, institution, questionnaire, month, version, cell)
);

create table report_delta (
  id bigint generated always as identity constraint report_delta_pk primary key,
  network text not null,
  institution text not null,
  questionnaire text not null,
  version text not null,
  month date not null,
  marks text not null,
  decade smallint,
  n integer not null
);

create or replace function report_count_new_sheets() returns trigger language plpgsql security definer
  set search_path = public as $$
  begin
    insert into report_delta (network, institution, questionnaire, version, month, marks, decade, n)
    select network, institution, questionnaire, questionnaire_version, date_trunc('month', interviewed_on)::date, marks,
      (age / 10 * 10)::smallint, count(*)
    from added where known_to = 'infinity' group by 1, 2, 3, 4, 5, 6, 7;
    return null;
  end $$;

create or replace function report_count_ended_sheets() returns trigger language plpgsql security definer
  set search_path = public as $$
  begin
    insert into report_delta (network, institution, questionnaire, version, month, marks, decade, n)
    select b.network, b.institution, b.questionnaire, b.questionnaire_version,
      date_trunc('month', b.interviewed_on)::date, b.marks, (b.age / 10 * 10)::smallint, -count(*)
    from before b join after a using (diagnosis, revision)
    where b.known_to = 'infinity' and a.known_to <> 'infinity' group by 1, 2, 3, 4, 5, 6, 7;
    return null;
  end $$;

create or replace function report_fold() returns bigint language plpgsql security definer set search_path = public as $$
  declare gathered bigint;
  begin
    if not pg_try_advisory_xact_lock(hashtext('report_fold')) then
      return 0;
    end if;
    with taken as (delete from report_delta returning *),
      folded as (
        insert into report_tally (network, institution, questionnaire, month, version, cell, n)
        select network, whose, questionnaire, month, version, cell, sum(n)
        from (select network, whose, questionnaire, month, version, marks, decade, sum(n) n
              from taken cross join lateral unnest(array[institution, '']) whose
              group by 1, 2, 3, 4, 5, 6, 7) t
        cross join lateral report_cells(marks, decade)
        group by 1, 2, 3, 4, 5, 6
        on conflict on constraint report_tally_pk do update set n = report_tally.n + excluded.n
        returning 1)
    select count(*) into gathered from taken;
    return gathered;
  end $$;

insert into report_delta (network, institution, questionnaire, version, month, marks, decade, n)
select network, institution, questionnaire, questionnaire_version, date_trunc('month', interviewed_on)::date, marks,
  (age / 10 * 10)::smallint, count(*)
from diagnosis_sheet where known_to = 'infinity' group by 1, 2, 3, 4, 5, 6, 7;
select report_fold();

-- Deltas are put together before they are taken apart into cells: thousands of sheets wait during an import.
create view report_month_cell as
  select network, institution, questionnaire, version, month, cell, n from report_tally
  union all
  select network, institution, questionnaire, version, month, cell, n
  from (select network, whose as institution, questionnaire, version, month, marks, decade, sum(n)::bigint n
        from report_delta cross join lateral unnest(array[institution, '']) whose
        group by 1, 2, 3, 4, 5, 6, 7) pending
  cross join lateral report_cells(marks, decade);

grant select on report_tally, report_delta, report_month_cell to ${app};
