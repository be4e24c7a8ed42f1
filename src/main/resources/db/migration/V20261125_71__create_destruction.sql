-- 廃棄: what was destroyed, when, on whose word, under which rule. Kept for ever; holds nothing about anybody.
create table destruction (
  id uuid not null constraint destruction_pk primary key,
  network text not null constraint destruction_network_known references network,
  state text not null constraint destruction_state_known check (state in ('prepared', 'approved', 'done', 'discarded')),
  prepared_at timestamptz not null default clock_timestamp(),
  prepared_by text not null,
  prepared_by_name text not null,
  approved_at timestamptz,
  approved_by text,
  approved_by_name text,
  ended_at timestamptz,
  constraint destruction_takes_two check (approved_by <> prepared_by),
  constraint destruction_is_approved_by_somebody check (state not in ('approved', 'done') or approved_by is not null)
);
create index destruction_by_network on destruction (network, prepared_at desc, id);

-- One kind of record in a run, with the rule as it was then. before: counted from earlier than this day.
create table destruction_part (
  run uuid not null constraint destruction_part_run_known references destruction,
  kind text not null,
  place smallint not null,
  rule bigint not null,
  term smallint not null,
  unit text not null,
  before date not null,
  finished_at timestamptz,
  constraint destruction_part_pk primary key (run, kind)
);

-- How many, by fiscal year and institution ('' = of none, or of another network's).
create table destruction_count (
  run uuid not null,
  kind text not null,
  year integer not null,
  institution text not null,
  planned bigint not null default 0,
  held bigint not null default 0,
  destroyed bigint not null default 0,
  constraint destruction_count_pk primary key (run, kind, year, institution),
  constraint destruction_count_part_known foreign key (run, kind) references destruction_part
);

-- SHA-256 of the id of each record destroyed: who has an id can be told that it was, and nobody can tell the id from it.
create table destruction_proof (
  hash bytea not null,
  run uuid not null,
  kind text not null,
  constraint destruction_proof_pk primary key (hash, kind),
  constraint destruction_proof_part_known foreign key (run, kind) references destruction_part
);
create index destruction_proof_by_run on destruction_proof (run, kind);

alter table destruction enable row level security;
alter table destruction_part enable row level security;
alter table destruction_count enable row level security;
alter table destruction_proof enable row level security;
create policy destruction_read on destruction for select to ${app} using (
  network = (select viewer_network()) and (select viewer_role()) in ('admin', 'auditor', 'coordinator'));
create policy destruction_part_read on destruction_part for select to ${app} using (
  exists (select from destruction d where d.id = destruction_part.run));
create policy destruction_count_read on destruction_count for select to ${app} using (
  exists (select from destruction d where d.id = destruction_count.run));
create policy destruction_proof_read on destruction_proof for select to ${app} using (
  exists (select from destruction d where d.id = destruction_proof.run));
grant select on destruction, destruction_part, destruction_count, destruction_proof to ${app};

create function destruction_hash(id uuid) returns bytea language sql immutable
  return sha256(convert_to(id::text, 'UTF8'));

-- The counted row of a sheet outlives it, and so does the record that it was opened in an emergency.
alter table diagnosis_sheet drop constraint diagnosis_sheet_diagnosis_known;
alter table break_glass drop constraint break_glass_diagnosis_known;

-- A version whose sheets are all destroyed is still counted by: it stays as it was.
create or replace function questionnaire_is_used(text, text) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (select from diagnosis_sheet where questionnaire = $1 and questionnaire_version = $2);

-- A late tablet or a file from long ago must not bring a destroyed sheet back.
create function diagnosis_stays_destroyed() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
  begin
    if exists (select from added a join destruction_proof p on p.hash = destruction_hash(a.id)
        where p.kind in ('sheet', 'withdrawn-sheet')) then
      raise exception 'a destroyed sheet violates check constraint "diagnosis_stays_destroyed"'
        using errcode = '23514', constraint = 'diagnosis_stays_destroyed', table = 'diagnosis';
    end if;
    return null;
  end $$;
create trigger diagnosis_stays_destroyed after insert on diagnosis
  referencing new table as added for each statement execute function diagnosis_stays_destroyed();

-- Which of these ids were sheets once; for those who record.
create function diagnosis_destroyed(ids uuid[]) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
    select i.id from unnest(ids) i(id)
    where viewer_role() in ('officer', 'manager', 'coordinator') and exists (
      select from destruction_proof p where p.hash = destruction_hash(i.id) and p.kind in ('sheet', 'withdrawn-sheet'))
  $$;

-- Tables whose rows about a sheet, by their column "diagnosis", go with it. A new one that holds contents belongs here;
-- a test finds those nobody decided about. Traces of the firm go by a trigger on diagnosis, pairs by their foreign keys.
create function destruction_goes_with_sheet() returns text[] language sql immutable
  return array['diagnosis_revision', 'candidate'];

-- Everything that has a term, with the day its term counts from and a day not after it that an index knows.
create view retention_record as
  select 'provision' as kind, id, network, from_institution as institution, diagnosis::text as subject,
    (greatest(provided_at, recalled_at) at time zone 'Asia/Tokyo')::date as counted_from, null::date as known_since
  from provision
  union all
  select case status when 'withdrawn' then 'withdrawn-sheet' else 'sheet' end, id, network, institution, id::text,
    greatest(interviewed_on, (changed_at at time zone 'Asia/Tokyo')::date), interviewed_on
  from diagnosis
  union all
  select 'break-glass', id, network, institution, diagnosis::text, (opened_at at time zone 'Asia/Tokyo')::date, null
  from break_glass
  union all
  select 'import', id, network, institution, null, (started_at at time zone 'Asia/Tokyo')::date, null
  from intake_run
  union all
  select 'trail', null, network, coalesce(institution, actor_institution, ''), subject, (at at time zone 'Asia/Tokyo')::date,
    (at at time zone 'Asia/Tokyo')::date
  from trail;

create function destruction_is_held(of_network text, of_institution text, of_subject text) returns boolean
  language sql stable
  return exists (select from retention_hold h where h.network = of_network and h.lifted_at is null
    and (h.institution = of_institution or h.diagnosis::text = of_subject));

create function destruction_year(day date) returns integer language sql immutable
  return extract(year from day - interval '3 months');

-- The plan: figures only, nothing is touched.
create function destruction_prepare(as_id uuid, named text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if viewer_role() is distinct from 'admin' then
      raise exception 'only an admin prepares a destruction' using errcode = '42501';
    end if;
    insert into destruction (id, network, state, prepared_by, prepared_by_name)
    values (as_id, viewer_network(), 'prepared', viewer_user(), named);
    insert into destruction_part (run, kind, place, rule, term, unit, before)
    select as_id, f.kind, f.place, f.version, f.term, f.unit, retention_before(viewer_network(), f.kind)
    from retention_in_force(viewer_network()) f;
    insert into destruction_count (run, kind, year, institution, planned, held)
    select as_id, due.kind, due.year, due.institution, count(*) filter (where not due.held), count(*) filter (where due.held)
    from (
      select p.kind, destruction_year(r.counted_from) as year, r.institution,
        destruction_is_held(r.network, r.institution, r.subject) as held
      from destruction_part p
      cross join lateral (
        select * from retention_record x
        where x.kind = p.kind and x.network = viewer_network() and x.counted_from < p.before
          and coalesce(x.known_since < p.before, true)) r
      where p.run = as_id and not (p.kind in ('sheet', 'withdrawn-sheet') and exists (
        select from provision v join destruction_part vp on vp.run = as_id and vp.kind = 'provision'
        where v.diagnosis = r.id
          and (greatest(v.provided_at, v.recalled_at) at time zone 'Asia/Tokyo')::date >= vp.before))) due
    group by 1, 2, 3, 4;
  end $$;

-- A second person's word, within thirty days of the plan.
create function destruction_approve(which uuid, named text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if viewer_role() is null or viewer_role() not in ('admin', 'auditor') then
      raise exception 'only an admin or an auditor approves a destruction' using errcode = '42501';
    end if;
    update destruction set state = 'approved', approved_at = clock_timestamp(), approved_by = viewer_user(),
      approved_by_name = named
    where id = which and network = viewer_network() and state = 'prepared' and prepared_by <> viewer_user()
      and prepared_at > clock_timestamp() - interval '30 days';
    return found;
  end $$;

create function destruction_discard(which uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if viewer_role() is null or viewer_role() not in ('admin', 'auditor') then
      raise exception 'only an admin or an auditor discards a destruction' using errcode = '42501';
    end if;
    update destruction set state = 'discarded', ended_at = clock_timestamp()
    where id = which and network = viewer_network() and state = 'prepared';
    return found;
  end $$;

revoke execute on function destruction_hash(uuid), diagnosis_stays_destroyed(), diagnosis_destroyed(uuid[]),
  destruction_goes_with_sheet(), destruction_is_held(text, text, text), destruction_year(date),
  destruction_prepare(uuid, text), destruction_approve(uuid, text), destruction_discard(uuid) from public;
grant execute on function diagnosis_destroyed(uuid[]), destruction_prepare(uuid, text), destruction_approve(uuid, text),
  destruction_discard(uuid) to ${app};
