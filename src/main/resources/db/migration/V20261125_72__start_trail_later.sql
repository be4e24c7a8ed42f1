-- Old entries of the trail go as the beginning of their chain, never out of its middle. What is left stands on this: the
-- position and the hash of the last one destroyed.
create table trail_start (
  chain smallint not null constraint trail_start_pk primary key,
  position bigint not null,
  hash bytea not null
);
-- The same, for every run: the record of what was destroyed, and what trail_start is held against.
create table destruction_chain (
  run uuid not null constraint destruction_chain_run_known references destruction,
  chain smallint not null,
  position bigint not null,
  hash bytea not null,
  constraint destruction_chain_pk primary key (run, chain, position)
);
alter table trail_start enable row level security;
alter table destruction_chain enable row level security;
create policy destruction_chain_read on destruction_chain for select to ${app} using (
  exists (select from destruction d where d.id = destruction_chain.run));
grant select on destruction_chain to ${app};

create or replace function trail_stays() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
  begin
    if tg_op = 'DELETE' and exists (
        select from trail_start s where s.chain = old.chain and s.position >= old.position) then
      return old;
    end if;
    raise exception 'the trail is only ever appended to';
  end $$;

-- Destroys the beginning of one chain, at most so many entries. A chain is shared by the networks: it goes as far as each
-- entry's own network has had released by two people, and stops before the first entry about something held. Entries of
-- no network (attempts of people nobody knows) go after the default term.
create function destruction_of_trail(which uuid, due date, most integer) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare begun bigint; upto bigint; released jsonb;
  begin
    select jsonb_object_agg(r.network, least(r.before, retention_before(r.network, 'trail'))) into released
    from (select d.network, max(p.before) as before from destruction d join destruction_part p on p.run = d.id and p.kind = 'trail'
      where d.state in ('approved', 'done') group by d.network) r;
    released := released || jsonb_build_object('', least(due, retention_before('', 'trail')));
    for c in 0..63 loop
      begun := coalesce((select s.position from trail_start s where s.chain = c), 0);
      select coalesce(min(x.position) filter (where x.stays) - 1, max(x.position)) into upto
      from (
        select t.position, not coalesce(
            (t.at at time zone 'Asia/Tokyo')::date < (released ->> coalesce(t.network, ''))::date, false)
          or destruction_is_held(t.network, coalesce(t.institution, t.actor_institution), t.subject) as stays
        from trail t where t.chain = c and t.position > begun order by t.position limit most) x;
      if upto > begun then
        insert into trail_start as known (chain, position, hash)
        select t.chain, t.position, t.hash from trail t where t.chain = c and t.position = upto
        on conflict (chain) do update set position = excluded.position, hash = excluded.hash;
        insert into destruction_chain (run, chain, position, hash)
        select which, s.chain, s.position, s.hash from trail_start s where s.chain = c;
        with went as (delete from trail t where t.chain = c and t.position <= upto returning t.*)
        insert into destruction_count as known (run, kind, year, institution, destroyed)
        select which, 'trail', destruction_year((w.at at time zone 'Asia/Tokyo')::date),
          case when w.network = viewer_network() then coalesce(w.institution, w.actor_institution, '') else '' end, count(*)
        from went w group by 3, 4
        on conflict (run, kind, year, institution) do update set destroyed = known.destroyed + excluded.destroyed;
        return upto - begun;
      end if;
    end loop;
    return 0;
  end $$;
revoke execute on function destruction_of_trail(uuid, date, integer) from public;
