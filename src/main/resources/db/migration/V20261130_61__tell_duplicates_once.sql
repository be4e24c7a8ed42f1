-- That a firm may have been diagnosed elsewhere is said once, of a sheet as it is recorded, and so often a day as one
-- person may be told. It hangs on nothing the asker can move: not on the day of the own sheet, not on a telephone number,
-- not on the representative. What was said is kept with the sheet and only read again.

-- told: said at recording; taken-back: the secretariat said since that these are different firms.
alter table firm_sheet add told text constraint firm_sheet_told_known check (told in ('told', 'taken-back'));

-- How often a person was told on a day. Kept apart from the trail, where it would have to be counted out.
create table firm_telling (
  network text not null,
  institution text not null,
  user_name text not null,
  day date not null,
  times integer not null,
  constraint firm_telling_pk primary key (network, institution, user_name, day)
);
alter table firm_telling enable row level security;
create policy firm_telling_read on firm_telling for select to ${app} using (
  network = (select viewer_network()) and ((select viewer_role()) = 'auditor'
    or (select viewer_role()) = 'manager' and institution = any ((select viewer_institutions())::text[])));
grant select on firm_telling to ${app};

drop function firm_seen_elsewhere(uuid[]);

-- Which of these sheets, in their order, are of firms that another institution of the network may have diagnosed since a
-- day: by the number, or by name or sound with the municipality. What else two sheets have in common (a telephone number,
-- the representative) makes a pair for the secretariat, but is not told: it could be guessed, one recorded sheet a guess.
-- Only of sheets of the viewer's own institution: the secretariat, which records for every institution, would otherwise find
-- out by turns which of them it was. Item by item, by index, whatever the statistics of a table filled within the hour say;
-- of a trace that thousands share, fifty are looked at.
create function firm_met(sheets uuid[], since date) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off
  set enable_hashjoin = off set enable_mergejoin = off as $$
    select own.id from unnest(sheets) with ordinality s(id, place)
    cross join lateral (
      select d.* from diagnosis d
      where d.id = s.id and d.status = 'recorded' and d.network = (select viewer_network())
        and d.institution = any ((select viewer_institutions())::text[]) offset 0) own
    where exists (
      select from firm_sheet mine
      cross join lateral unnest(mine.traces, string_to_array(mine.kinds, null)) i(trace, kind)
      cross join lateral (
        select t.diagnosis from firm_trace t
        where t.trace = i.trace and t.institution <> all ((select viewer_institutions())::text[]) and t.diagnosis <> own.id
          and t.interviewed_on >= since limit 50) theirs
      cross join lateral (
        select o.* from diagnosis o where o.id = theirs.diagnosis offset 0) elsewhere
      where mine.diagnosis = own.id and i.kind in ('n', 'm', 'k')
        and elsewhere.network = own.network and elsewhere.status = 'recorded'
        and firm_agree(0::smallint, 0::smallint, own.corporate_number, elsewhere.corporate_number))
    order by s.place
  $$;

-- Says of these sheets, just recorded, which firms were met elsewhere, this year or the last: the border moves once a year,
-- so that asking again every day does not find a day either. The number of the day is counted under the lock of its row;
-- nobody who is not told anything pays for it.
create function firm_tell(sheets uuid[], most integer) returns setof uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare today date := (now() at time zone 'Asia/Tokyo')::date; met uuid[]; room integer;
    of_network text := viewer_network(); of_institution text := viewer_institution(); who text := viewer_user();
  begin
    met := array(select firm_met(sheets, (date_trunc('year', today) - interval '1 year')::date));
    if cardinality(met) = 0 then
      return;
    end if;
    insert into firm_telling (network, institution, user_name, day, times)
    values (of_network, of_institution, who, today, 0) on conflict do nothing;
    select least(most - t.times, cardinality(met)) into room from firm_telling t
    where t.network = of_network and t.institution = of_institution and t.user_name = who and t.day = today for update;
    if room <= 0 then
      return;
    end if;
    update firm_telling t set times = t.times + room
    where t.network = of_network and t.institution = of_institution and t.user_name = who and t.day = today;
    update firm_sheet set told = 'told' where diagnosis = any (met[1:room]);
    return query select unnest(met[1:room]);
  end $$;

-- Traces of sheets just recorded, and in the same round who of them is told. most = 0: traces alone.
create function firm_record(sheets uuid[], traces bigint[], kinds text[], doubts smallint[], most integer)
  returns setof uuid language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform firm_trace_put(sheets, traces, kinds, doubts);
    if most > 0 then
      return query select firm_tell(array(select i.id from unnest(sheets) with ordinality i(id, place)
        group by i.id order by min(i.place)), most);
    end if;
  end $$;

-- What was said of these sheets when they were recorded, as far as they lie open to the viewer.
create function firm_was_told(sheets uuid[]) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
    select s.diagnosis from firm_sheet s
    where s.diagnosis = any (sheets) and s.told = 'told'
      and exists (select from diagnosis_open o where o.id = s.diagnosis and o.network = (select viewer_network()))
  $$;

-- The secretariat's word reaches those who were told: of a sheet all of whose pairs are told apart nothing is said any
-- more; linked again, it is.
create function firm_telling_follows_pair() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.state = 'linked' then
      update firm_sheet set told = 'told' where diagnosis in (new.one, new.other) and told = 'taken-back';
    elsif new.state = 'dismissed' then
      update firm_sheet s set told = 'taken-back' where s.diagnosis in (new.one, new.other) and s.told = 'told'
        and not exists (select from firm_pair p where (p.one = s.diagnosis or p.other = s.diagnosis) and p.state <> 'dismissed');
    end if;
    return null;
  end $$;
create trigger firm_telling_follows_pair after update of state on firm_pair
  for each row when (old.state is distinct from new.state) execute function firm_telling_follows_pair();

revoke execute on function firm_trace_put(uuid[], bigint[], text[], smallint[]) from ${app};
revoke execute on function firm_met(uuid[], date), firm_tell(uuid[], integer),
  firm_record(uuid[], bigint[], text[], smallint[], integer), firm_was_told(uuid[]), firm_telling_follows_pair() from public;
grant execute on function firm_record(uuid[], bigint[], text[], smallint[], integer), firm_was_told(uuid[]) to ${app};
