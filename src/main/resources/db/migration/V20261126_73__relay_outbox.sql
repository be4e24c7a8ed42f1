-- Tells the next of the outbox to people and webhooks, all of it or nothing in one transaction; what another instance has
-- in hand is left to it. Who is told of what comes from the application, one line a kind and audience. A person is not told
-- of what they did themselves. Returns how many rows it took.
create function outbox_relay(kinds text[], audiences text[], today date, most integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  set plan_cache_mode = force_custom_plan as $$
  declare told integer;
  begin
    with taken as materialized (
      select * from outbox where told_at is null order by seq limit most for update skip locked),
    telling as materialized (
      select t.*, d.branch, institution_heirs(t.network, t.from_institution, today) as house,
        institution_heirs(t.network, t.to_institution, today) as desk
      from taken t left join diagnosis d on d.id = t.diagnosis
      where outbox_may_be_told(t.kind, t.diagnosis, t.referral)),
    notices as (
      insert into notice (event, network, user_name, role, institution, audience, kind, diagnosis, referral, outcome, reason,
        from_institution, to_institution, at, mail)
      select t.id, t.network, m.user_name, m.role, m.institution, a.audience, t.kind, t.diagnosis, t.referral, t.outcome,
        t.reason, t.from_institution, t.to_institution, t.at,
        case when m.email is not null and m.mail_rhythm <> 'none' then m.mail_rhythm end
      from telling t
      join unnest(kinds, audiences) a (kind, audience) on a.kind = t.kind
      cross join lateral (
        select m.* from member m where a.audience = 'secretariat' and m.network = t.network and m.role = 'coordinator'
        union all
        select m.* from member m join institution i on i.network = m.network and i.code = m.institution
        where a.audience in ('house', 'managers') and m.network = t.network and m.institution = any (t.house)
          and (a.audience = 'managers' or t.to_house) and (m.role = 'manager' or m.role = 'officer' and a.audience = 'house'
            and (not i.confines_branches or m.branch is null
              or m.branch = t.branch and m.institution = t.from_institution))
        union all
        select m.* from member m where a.audience = 'desk' and m.network = t.network and m.institution = any (t.desk)
          and m.role = 'consultant') m
      where m.valid_from <= today and (m.valid_to is null or m.valid_to >= today) and m.user_name is distinct from t.by_user
      -- numbered in the order in which it happened
      order by t.seq
      on conflict do nothing),
    deliveries as (
      insert into webhook_delivery (hook, event, network, kind, at)
      select w.id, t.id, t.network, t.kind, t.at
      from telling t join webhook w on w.network = t.network and w.state = 'active' and t.kind = any (w.kinds)
      on conflict do nothing),
    done as (
      update outbox o set told_at = clock_timestamp() from taken t where o.id = t.id returning 1)
    select count(*) into told from done;
    return told;
  end $$;
revoke execute on function outbox_relay(text[], text[], date, integer) from public;
grant execute on function outbox_relay(text[], text[], date, integer) to ${app};
