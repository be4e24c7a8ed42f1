-- Webhook: another system that is told. Its secret lies here sealed with a key the database does not have.
create table webhook (
  id uuid not null constraint webhook_pk primary key,
  network text not null constraint webhook_network_known references network,
  name text not null constraint webhook_has_name check (name <> ''),
  url text not null,
  kinds text[] not null,
  secret bytea not null,
  -- signs beside the new one until then
  old_secret bytea,
  old_secret_until timestamptz,
  state text not null default 'active' constraint webhook_state_known check (state in ('active', 'off')),
  created_at timestamptz not null default clock_timestamp(),
  created_by text not null,
  version integer not null default 0
);
create index webhook_of_network on webhook (network, created_at);
alter table webhook enable row level security;
create policy webhook_read on webhook for select to ${app} using (
  network = (select viewer_network()) and (select viewer_role()) = 'admin');
create policy webhook_add on webhook for insert to ${app} with check (
  network = (select viewer_network()) and (select viewer_role()) = 'admin' and created_by = (select viewer_user()));
create policy webhook_change on webhook for update to ${app} using (
  network = (select viewer_network()) and (select viewer_role()) = 'admin');
grant select (id, network, name, url, kinds, old_secret_until, state, created_at, created_by, version) on webhook to ${app};
grant insert (id, network, name, url, kinds, secret, created_by) on webhook to ${app};
grant update (name, url, kinds, state, version) on webhook to ${app};

-- One event for one webhook, with how its telling went.
create table webhook_delivery (
  id uuid not null default uuidv7() constraint webhook_delivery_pk primary key,
  hook uuid not null constraint webhook_delivery_hook_known references webhook,
  event uuid not null constraint webhook_delivery_event_known references outbox on delete cascade,
  network text not null,
  kind text not null,
  at timestamptz not null,
  state text not null default 'waiting'
    constraint webhook_delivery_state_known check (state in ('waiting', 'delivered', 'dead', 'withheld')),
  attempts integer not null default 0,
  replays integer not null default 0,
  next_at timestamptz not null default clock_timestamp(),
  leased_until timestamptz,
  tried_at timestamptz,
  status integer,
  fault text,
  delivered_at timestamptz,
  constraint webhook_delivery_once unique (hook, event)
);
create index webhook_delivery_waiting on webhook_delivery (hook, next_at) where state = 'waiting';
create index webhook_delivery_of_hook on webhook_delivery (hook, id desc);
create index webhook_delivery_of_event on webhook_delivery (event);
create index webhook_delivery_dead on webhook_delivery (hook) where state = 'dead';
alter table webhook_delivery enable row level security;
create policy webhook_delivery_read on webhook_delivery for select to ${app} using (
  network = (select viewer_network()) and (select viewer_role()) = 'admin');
grant select on webhook_delivery to ${app};

create function webhook_rotate(which uuid, fresh bytea, old_until timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update webhook set old_secret = secret, old_secret_until = old_until, secret = fresh, version = version + 1
    where id = which and network = viewer_network() and viewer_role() = 'admin';
    return found;
  end $$;

-- Again, or for the first time where the webhook was not there yet; within the consent as it is now. One event, or all of a
-- period; the receiver knows them by their ids.
create function webhook_replay(which uuid, of_event uuid, from_moment timestamptz, to_moment timestamptz) returns integer
  language sql security definer set search_path = public, pg_temp as $$
    with again as (
      insert into webhook_delivery as known (hook, event, network, kind, at)
      select w.id, o.id, o.network, o.kind, o.at
      from webhook w join outbox o on o.network = w.network and o.kind = any (w.kinds) and o.told_at is not null
      where w.id = which and w.network = viewer_network() and viewer_role() = 'admin'
        and (o.id = of_event or of_event is null and o.at >= from_moment and o.at < to_moment)
        and outbox_may_be_told(o.kind, o.diagnosis, o.referral)
      on conflict on constraint webhook_delivery_once do update set state = 'waiting', attempts = 0,
        replays = known.replays + 1, next_at = clock_timestamp(), leased_until = null
      returning 1)
    select count(*)::integer from again
  $$;

-- All that was given up.
create function webhook_revive(which uuid) returns integer
  language sql security definer set search_path = public, pg_temp as $$
    with again as (
      update webhook_delivery d set state = 'waiting', attempts = 0, next_at = clock_timestamp(), leased_until = null
      from webhook w
      where d.hook = which and d.state = 'dead' and w.id = d.hook and w.network = viewer_network() and viewer_role() = 'admin'
      returning 1)
    select count(*)::integer from again
  $$;

-- The next to be delivered, some of every webhook, so that a slow one keeps nobody waiting. Consent is looked at again: what
-- waited beyond its withdrawal is withheld.
create function webhook_claim(each integer, lease interval) returns table (id uuid, hook uuid, url text, secret bytea,
    old_secret bytea, event uuid, kind text, at timestamptz, diagnosis uuid, referral uuid, state text, outcome text,
    reason text, attempts integer)
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    return query
      with due as (
        select d.id as delivery from webhook w cross join lateral (
          select x.id from webhook_delivery x
          where x.hook = w.id and x.state = 'waiting' and x.next_at <= clock_timestamp()
            and (x.leased_until is null or x.leased_until < clock_timestamp())
          order by x.next_at limit each for update skip locked) d
        where w.state = 'active'),
      claimed as (
        update webhook_delivery d set attempts = d.attempts + 1, leased_until = clock_timestamp() + lease,
          tried_at = clock_timestamp(),
          state = case when outbox_may_be_told(o.kind, o.diagnosis, o.referral) then 'waiting' else 'withheld' end
        from due, outbox o where d.id = due.delivery and o.id = d.event
        returning d.id, d.hook, d.event, d.state, d.attempts)
      select c.id, w.id, w.url, w.secret, case when w.old_secret_until > clock_timestamp() then w.old_secret end, o.id,
        o.kind, o.at, o.diagnosis, o.referral, o.state, o.outcome, o.reason, c.attempts
      from claimed c join webhook w on w.id = c.hook join outbox o on o.id = c.event
      where c.state = 'waiting';
  end $$;

-- fault null = delivered; without a next moment it is given up, and stays to be seen.
create function webhook_result(which uuid, answered integer, why text, again_at timestamptz) returns void
  language sql security definer set search_path = public, pg_temp as $$
    update webhook_delivery set leased_until = null, status = answered, fault = why,
      state = case when why is null then 'delivered' when again_at is null then 'dead' else 'waiting' end,
      next_at = coalesce(again_at, next_at), delivered_at = case when why is null then clock_timestamp() else delivered_at end
    where id = which and state = 'waiting'
  $$;

-- How far behind telling is, and how many webhooks do not take what they are told: given up, or refused three times.
create function outbox_figures() returns table (oldest_seconds double precision, failing bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce((select extract(epoch from clock_timestamp() - o.at) from outbox o where o.told_at is null
        order by o.seq limit 1), 0)::double precision,
      (select count(*) from webhook w where w.state = 'active' and (
        exists (select from webhook_delivery d where d.hook = w.id and d.state = 'dead')
        or exists (select from webhook_delivery d where d.hook = w.id and d.state = 'waiting' and d.attempts >= 3)))
  $$;

revoke execute on function webhook_rotate(uuid, bytea, timestamptz), webhook_replay(uuid, uuid, timestamptz, timestamptz),
  webhook_revive(uuid), webhook_claim(integer, interval), webhook_result(uuid, integer, text, timestamptz), outbox_figures()
  from public;
grant execute on function webhook_rotate(uuid, bytea, timestamptz), webhook_replay(uuid, uuid, timestamptz, timestamptz),
  webhook_revive(uuid), webhook_claim(integer, interval), webhook_result(uuid, integer, text, timestamptz), outbox_figures()
  to ${app};
