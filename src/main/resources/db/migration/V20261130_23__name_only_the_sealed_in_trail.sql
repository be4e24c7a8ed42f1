-- The trail names a person only where that person is the sealed viewer. What strangers tried and the night's work has no
-- actor; the night may say that it was the night.
create or replace function trail_chain() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
  declare head trail_head; of_network text := viewer_network();
  begin
    -- The clock and, where there is a viewer, the person are the database's word, not the application's.
    new.at := clock_timestamp();
    if of_network is not null then
      new.network := of_network;
      new.actor := viewer_user();
      new.actor_name := viewer_name();
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

-- After the trigger, so a viewer's own entries name the viewer whatever was sent.
drop policy trail_append on trail;
create policy trail_append on trail for insert to ${app} with check (
  (actor is null and actor_role is null and actor_institution is null and (actor_name is null or actor_name = '夜間の検証'))
  or network = (select viewer_network()));
