-- By what another sheet of the same firm is recognised without looking at it: keyed hashes, made by the application, of
-- what two sheets of one firm have in common. No name. The application has no right on this table: it may leave traces of
-- sheets within its reach and ask one question, below.
create table firm_trace (
  trace bigint not null,
  diagnosis uuid not null,
  -- whose sheet: a firm that an institution meets fifty times is not to hide that another one met it too
  institution text not null,
  interviewed_on date not null,
  -- seven bits each of a keyed hash of the representative's first and last letter; 0 = unknown, or of no account for this
  -- kind of trace. Two that differ in both are different firms of the same name.
  doubt smallint not null
);
create index firm_trace_by_trace on firm_trace (trace);
alter table firm_trace enable row level security;

-- What a sheet left, so that its traces are found without a second index on six times as many rows, and the 事業者 it is
-- of as far as the secretariat has linked sheets.
create table firm_sheet (
  diagnosis uuid not null constraint firm_sheet_pk primary key,
  traces bigint[] not null,
  -- one letter a trace: n 法人番号, p telephone, r name and representative, m name and municipality, h part of the name,
  -- k sound and municipality
  kinds text not null constraint firm_sheet_kinds_known check (kinds ~ '^[nprmhk]*$'),
  doubt smallint not null,
  -- partners are still to be looked for, by firm_pair_up()
  unpaired boolean not null default true,
  -- kept by firm_regroup() alone
  firm uuid,
  constraint firm_sheet_kind_for_each_trace check (length(kinds) = cardinality(traces))
);
create index firm_sheet_unpaired on firm_sheet (diagnosis) where unpaired;
create index firm_sheet_by_firm on firm_sheet (firm) where firm is not null;
alter table firm_sheet enable row level security;

-- Two sheets of different institutions that may be of the same firm, and what the secretariat decided. one < other.
create table firm_pair (
  id uuid not null default gen_random_uuid() constraint firm_pair_pk primary key,
  network text not null,
  one uuid not null constraint firm_pair_one_known references diagnosis on delete cascade,
  other uuid not null constraint firm_pair_other_known references diagnosis on delete cascade,
  -- kinds of the traces that agree
  kinds text not null,
  state text not null default 'open' constraint firm_pair_state_known check (state in ('open', 'linked', 'dismissed')),
  found_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by text,
  decided_by_name text,
  reason text,
  constraint firm_pair_once unique (one, other),
  constraint firm_pair_in_order check (one < other),
  constraint firm_pair_decision_has_maker check ((state = 'open') = (decided_at is null) and (state = 'open') = (decided_by is null)),
  constraint firm_pair_dismissal_has_reason check (state <> 'dismissed' or reason <> '')
);
create index firm_pair_by_state on firm_pair (network, state, found_at desc, id desc);
create index firm_pair_by_other on firm_pair (other);
alter table firm_pair enable row level security;
create policy firm_pair_secretariat on firm_pair for all to ${app}
  using (network = (select viewer_network()) and (select viewer_role()) = 'coordinator')
  with check (network = (select viewer_network()) and (select viewer_role()) = 'coordinator'
    and decided_by = (select viewer_user()));
grant select, update (state, decided_at, decided_by, decided_by_name, reason) on firm_pair to ${app};

-- A sheet that is destroyed takes its traces along. Not a foreign key: a million sheets would pay for seven million checks.
create function firm_trace_goes_with_its_sheet() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
  begin
    delete from firm_trace t using firm_sheet s
    where s.diagnosis in (select id from gone) and t.trace = any (s.traces) and t.diagnosis = s.diagnosis;
    delete from firm_sheet where diagnosis in (select id from gone);
    return null;
  end $$;
create trigger firm_trace_goes_with_its_sheet after delete on diagnosis
  referencing old table as gone for each statement execute function firm_trace_goes_with_its_sheet();

-- Whether the viewer may leave traces of a sheet and ask about it: whoever may record or correct it. No search_path here,
-- so that the planner puts it in line; what is meant was settled when it was made.
create function firm_is_own(network text, institution text) returns boolean language sql stable
  return network = viewer_network() and (viewer_role() = 'coordinator'
    or viewer_role() in ('officer', 'manager') and institution = viewer_institution());

-- Whether nothing speaks against two sheets with a trace in common: not two different 法人番号, not two representatives
-- that have neither the first nor the last letter in common.
create function firm_agree(doubt smallint, other_doubt smallint, number text, other_number text) returns boolean
  language sql immutable
  return (number is null or other_number is null or number = other_number)
    and (doubt = 0 or other_doubt = 0 or doubt >> 7 = other_doubt >> 7 or doubt & 127 = other_doubt & 127);

-- Four arrays of one length: a trace each. Sheets out of reach and withdrawn ones get none. One plan for one sheet and for
-- a thousand, told what to avoid instead of guessing: planning it each time took longer than doing it.
create function firm_trace_put(sheets uuid[], traces bigint[], kinds text[], doubts smallint[]) returns void
  language sql security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
  set enable_seqscan = off set enable_nestloop = off set enable_mergejoin = off as $$
    with own as (
      select d.id, d.institution, d.interviewed_on from (select distinct i.sheet from unnest(sheets) i(sheet)) s
      cross join lateral (select x.* from diagnosis x where x.id = s.sheet offset 0) d
      where d.status = 'recorded' and firm_is_own(d.network, d.institution)),
    left_behind as materialized (
      select i.trace, own.id, own.institution, own.interviewed_on, i.doubt, i.kind
      from unnest(sheets, traces, kinds, doubts) i(sheet, trace, kind, doubt) join own on own.id = i.sheet),
    noted as (
      insert into firm_sheet as known (diagnosis, traces, kinds, doubt)
      select l.id, array_agg(l.trace), string_agg(l.kind, ''), max(l.doubt) from left_behind l group by l.id
      on conflict (diagnosis) do update
        set traces = excluded.traces, kinds = excluded.kinds, doubt = excluded.doubt, unpaired = true)
    insert into firm_trace (trace, diagnosis, institution, interviewed_on, doubt)
    select l.trace, l.id, l.institution, l.interviewed_on, l.doubt from left_behind l
  $$;

-- Before a corrected sheet leaves its new traces, and when one is withdrawn. What the secretariat decided stays.
create function firm_trace_drop(sheet uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select from diagnosis d where d.id = sheet and firm_is_own(d.network, d.institution)) then
      delete from firm_trace t using firm_sheet s
      where s.diagnosis = sheet and t.trace = any (s.traces) and t.diagnosis = sheet;
      update firm_sheet set traces = '{}', kinds = '', doubt = 0, unpaired = false where diagnosis = sheet;
      delete from firm_pair where state = 'open' and (one = sheet or other = sheet);
    end if;
  end $$;

-- Which of these sheets, all within the viewer's reach, are of firms that another institution of the network may have
-- diagnosed less than twelve months before or after. Nothing else is told, and nothing without a recorded sheet.
-- Item by item, by index, whatever the statistics of a table filled within the hour say; of a trace that thousands share,
-- fifty are looked at.
create function firm_seen_elsewhere(sheets uuid[]) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off
  set enable_hashjoin = off set enable_mergejoin = off as $$
    select own.id from unnest(sheets) s(id)
    cross join lateral (
      select d.* from diagnosis d
      where d.id = s.id and d.status = 'recorded' and firm_is_own(d.network, d.institution) offset 0) own
    where exists (
      select from firm_sheet mine
      cross join lateral unnest(mine.traces) i(trace)
      cross join lateral (
        select t.diagnosis, t.doubt from firm_trace t
        where t.trace = i.trace and t.institution <> own.institution and t.diagnosis <> own.id
          and t.interviewed_on > own.interviewed_on - interval '12 months'
          and t.interviewed_on < own.interviewed_on + interval '12 months' limit 50) theirs
      cross join lateral (
        select o.* from diagnosis o where o.id = theirs.diagnosis offset 0) elsewhere
      where mine.diagnosis = own.id
        and elsewhere.network = own.network and elsewhere.status = 'recorded'
        and firm_agree(mine.doubt, theirs.doubt, own.corporate_number, elsewhere.corporate_number)
        and not exists (select from firm_pair p where p.one = least(own.id, elsewhere.id)
          and p.other = greatest(own.id, elsewhere.id) and p.state = 'dismissed'))
    or exists (
      select from firm_sheet mine
      join firm_sheet theirs on theirs.firm = mine.firm and theirs.diagnosis <> mine.diagnosis
      join diagnosis elsewhere on elsewhere.id = theirs.diagnosis
      where mine.diagnosis = own.id
        and elsewhere.institution <> own.institution and elsewhere.status = 'recorded'
        and elsewhere.interviewed_on > own.interviewed_on - interval '12 months'
        and elsewhere.interviewed_on < own.interviewed_on + interval '12 months')
  $$;

-- Looks for the partners of the next sheets waiting, at any distance in time; at most ten each, the nearest first.
-- Run after they are committed, so that two recorded at the same moment find each other.
create function firm_pair_up(most integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  set plan_cache_mode = force_custom_plan set enable_seqscan = off set enable_bitmapscan = off
  set enable_hashjoin = off set enable_mergejoin = off as $$
  declare taken uuid[];
  begin
    with next as (
      update firm_sheet set unpaired = false where diagnosis in (
        select n.diagnosis from firm_sheet n where n.unpaired limit most for update skip locked) returning diagnosis)
    select coalesce(array_agg(diagnosis), '{}') into taken from next;
    insert into firm_pair as known (network, one, other, kinds)
    select own.network, least(own.id, partner.id), greatest(own.id, partner.id), max(partner.kinds)
    from unnest(taken) s(id)
    cross join lateral (select d.* from diagnosis d where d.id = s.id and d.status = 'recorded' offset 0) own
    cross join lateral (
      select elsewhere.id, string_agg(distinct i.kind, '') kinds from firm_sheet mine
      cross join lateral unnest(mine.traces, string_to_array(mine.kinds, null)) i(trace, kind)
      cross join lateral (
        select t.diagnosis, t.doubt from firm_trace t
        where t.trace = i.trace and t.institution <> own.institution and t.diagnosis <> own.id limit 50) theirs
      cross join lateral (select o.* from diagnosis o where o.id = theirs.diagnosis offset 0) elsewhere
      where mine.diagnosis = own.id
        and elsewhere.network = own.network and elsewhere.status = 'recorded'
        and firm_agree(mine.doubt, theirs.doubt, own.corporate_number, elsewhere.corporate_number)
      group by elsewhere.id, elsewhere.interviewed_on
      order by abs(elsewhere.interviewed_on - own.interviewed_on), elsewhere.id limit 10) partner
    group by 1, 2, 3
    order by 2, 3
    on conflict (one, other) do update set kinds = excluded.kinds where known.state = 'open';
    return cardinality(taken);
  end $$;

-- After a decision about a pair: sheets that hang together by links are one firm; one alone is none. The side that keeps
-- its links keeps its firm.
create function firm_regroup(sheet uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare together uuid[]; kept uuid;
  begin
    if not exists (select from diagnosis d where d.id = sheet and d.network = viewer_network())
        or viewer_role() <> 'coordinator' then
      return;
    end if;
    with recursive reached(id) as (
      select sheet
      union
      select case when p.one = r.id then p.other else p.one end
      from reached r join firm_pair p on p.state = 'linked' and (p.one = r.id or p.other = r.id))
    select array_agg(id) into together from reached;
    -- The firm of the most of them, unless somebody outside has it too and more right to it.
    select f.firm into kept from firm_sheet f where f.diagnosis = any (together) and f.firm is not null
    group by f.firm
    having count(*) * 2 >= (select count(*) from firm_sheet a where a.firm = f.firm)
    order by count(*) desc, f.firm limit 1;
    update firm_sheet set firm = null where diagnosis = any (together);
    if cardinality(together) > 1 then
      if kept is null or exists (select from firm_sheet where firm = kept) then
        kept := gen_random_uuid();
      end if;
      update firm_sheet set firm = kept where diagnosis = any (together);
    end if;
  end $$;

revoke execute on function firm_trace_goes_with_its_sheet(), firm_is_own(text, text),
  firm_agree(smallint, smallint, text, text),
  firm_trace_put(uuid[], bigint[], text[], smallint[]), firm_trace_drop(uuid), firm_seen_elsewhere(uuid[]),
  firm_pair_up(integer), firm_regroup(uuid) from public;
grant execute on function firm_trace_put(uuid[], bigint[], text[], smallint[]), firm_trace_drop(uuid),
  firm_seen_elsewhere(uuid[]), firm_pair_up(integer), firm_regroup(uuid) to ${app};
