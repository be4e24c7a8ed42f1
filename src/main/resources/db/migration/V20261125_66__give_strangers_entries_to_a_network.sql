-- Nobody would read what strangers tried, for it happened in no network. It belongs to the network whose case they named;
-- failing that, to the only network there is.
create function trail_network_of(kind text, subject text) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(
      (select d.network from diagnosis d
        where d.id = case when kind = 'diagnosis' and subject ~ '^[0-9a-fA-F-]{36}$' then subject::uuid end),
      (select min(n.code) from network n having count(*) = 1))
  $$;
revoke execute on function trail_network_of(text, text) from public;

create or replace function trail_chain() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
  declare head trail_head;
  begin
    -- The clock and, where there is a viewer, the person are the database's word, not the application's.
    new.at := clock_timestamp();
    if viewer_user() is not null then
      new.network := viewer_network();
      new.actor := viewer_user();
      new.actor_role := viewer_role();
      new.actor_institution := viewer_institution();
    elsif new.network is null then
      new.network := trail_network_of(new.subject_kind, new.subject);
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
