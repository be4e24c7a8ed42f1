-- The tally by institution cost more than it gave: a file of 25,000 sheets of many institutions took seconds to gather
-- (450,000 cells instead of 9,000), again every five seconds while a large import runs. An index that begins with the
-- institution gives its figures from its own sheets in milliseconds, and PostgreSQL 18 skips through it for everybody's.
lock table diagnosis_sheet in share row exclusive mode;

drop view report_month_cell;
drop table report_tally, report_delta;

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

create or replace function report_count_new_sheets() returns trigger language plpgsql security definer
  set search_path = public as $$
  begin
    insert into report_delta (network, questionnaire, version, month, marks, decade, n)
    select network, questionnaire, questionnaire_version, date_trunc('month', interviewed_on)::date, marks,
      (age / 10 * 10)::smallint, count(*)
    from added where known_to = 'infinity' group by 1, 2, 3, 4, 5, 6;
    return null;
  end $$;

create or replace function report_count_ended_sheets() returns trigger language plpgsql security definer
  set search_path = public as $$
  begin
    insert into report_delta (network, questionnaire, version, month, marks, decade, n)
    select b.network, b.questionnaire, b.questionnaire_version, date_trunc('month', b.interviewed_on)::date, b.marks,
      (b.age / 10 * 10)::smallint, -count(*)
    from before b join after a using (diagnosis, revision)
    where b.known_to = 'infinity' and a.known_to <> 'infinity' group by 1, 2, 3, 4, 5, 6;
    return null;
  end $$;

-- The inner sum first: thousands of deltas of one month have few different marks, and each is taken apart into cells.
create or replace function report_fold() returns bigint language plpgsql security definer set search_path = public as $$
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

insert into report_delta (network, questionnaire, version, month, marks, decade, n)
select network, questionnaire, questionnaire_version, date_trunc('month', interviewed_on)::date, marks,
  (age / 10 * 10)::smallint, count(*)
from diagnosis_sheet where known_to = 'infinity' group by 1, 2, 3, 4, 5, 6;
select report_fold();

create view report_month_cell as
  select network, questionnaire, version, month, cell, n from report_tally
  union all
  select network, questionnaire, version, month, cell, n
  from (select network, questionnaire, version, month, marks, decade, sum(n)::bigint n
        from report_delta group by 1, 2, 3, 4, 5, 6) pending
  cross join lateral report_cells(marks, decade);

grant select on report_tally, report_delta, report_month_cell to ${app};

drop index diagnosis_sheet_for_reports;
create index diagnosis_sheet_for_reports on diagnosis_sheet (network, questionnaire, institution, interviewed_on)
  include (questionnaire_version, municipality, industry, age, leaf, marks, known_from, known_to);
