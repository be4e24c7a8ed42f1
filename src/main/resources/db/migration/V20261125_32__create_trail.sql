-- 証跡: who saw and changed what. Appended and chained: each entry carries the hash of the one before it in its chain.
-- There are many chains, so that two writers never wait for each other; an entry takes one that nobody holds just now.
create table trail (
  id bigint generated always as identity constraint trail_pk primary key,
  chain smallint not null,
  position bigint not null,
  at timestamptz not null,
  network text,
  actor text,
  actor_name text,
  actor_role text,
  actor_institution text,
  action text not null,
  subject_kind text not null,
  subject text,
  -- whose thing it was
  institution text,
  details jsonb not null default '{}',
  hash bytea not null,
  constraint trail_chain_has_no_twins unique (chain, position)
);
create index trail_by_time on trail (network, id desc);
create index trail_by_actor on trail (network, actor, id desc);
create index trail_by_subject on trail (network, subject, id desc);
create index trail_by_institution on trail (network, institution, id desc);

create table trail_head (
  chain smallint not null constraint trail_head_pk primary key,
  position bigint not null,
  hash bytea not null
) with (fillfactor = 10);
insert into trail_head select n, 0, sha256(convert_to('toritsugi ' || n, 'UTF8')) from generate_series(0, 63) n;

-- What is hashed: every field, in this order, as one JSON array. Anybody can do it again.
create function trail_text(entry trail) returns text language sql stable set search_path = public, pg_temp as $$
  select jsonb_build_array(entry.id, entry.chain, entry.position,
    to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    entry.network, entry.actor, entry.actor_name, entry.actor_role, entry.actor_institution,
    entry.action, entry.subject_kind, entry.subject, entry.institution, entry.details)::text
$$;

create function trail_chain() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare head trail_head;
  begin
    -- The clock and, where there is a viewer, the person are the database's word, not the application's.
    new.at := clock_timestamp();
    if viewer_user() is not null then
      new.network := viewer_network();
      new.actor := viewer_user();
      new.actor_role := viewer_role();
      new.actor_institution := viewer_institution();
    end if;
    select * into head from trail_head order by chain limit 1 for update skip locked;
    if not found then
      select * into head from trail_head where chain = pg_backend_pid() % 64 for update;
    end if;
    new.chain := head.chain;
    new.position := head.position + 1;
    new.hash := sha256(head.hash || convert_to(trail_text(new), 'UTF8'));
    update trail_head set position = new.position, hash = new.hash where chain = head.chain;
    return new;
  end $$;
create trigger trail_chain before insert on trail for each row execute function trail_chain();

create function trail_stays() returns trigger language plpgsql as $$
  begin
    raise exception 'the trail is only ever appended to';
  end $$;
create trigger trail_stays before update or delete on trail for each row execute function trail_stays();

alter table trail enable row level security;
create policy trail_append on trail for insert to ${app} with check (true);
-- The auditor reads the network's; a manager what was done with the own institution's; the others nothing.
create policy trail_read on trail for select to ${app} using (network = (select viewer_network()) and (
  (select viewer_role()) = 'auditor'
  or (select viewer_role()) = 'manager' and institution = (select viewer_institution())));
revoke execute on function trail_chain(), trail_stays() from public;
grant insert (network, actor, actor_name, actor_role, actor_institution, action, subject_kind, subject, institution, details), select
  on trail to ${app};
