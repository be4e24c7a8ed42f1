-- Outbox: what is to be told, written in the transaction of what happened and told by a relay afterwards. A row is the
-- event itself: its id is the one that notices and webhooks carry, however often they are delivered. Ids and codes only.
create table outbox (
  id uuid not null default uuidv7() constraint outbox_pk primary key,
  seq bigint generated always as identity,
  network text not null,
  kind text not null,
  diagnosis uuid not null,
  referral uuid,
  -- of the referral, or of the case where there is none, after the step
  state text,
  outcome text,
  reason text,
  from_institution text not null,
  to_institution text,
  to_house boolean not null,
  by_user text,
  at timestamptz not null default clock_timestamp(),
  -- what must not be written twice: a line of the timeline, a day of lateness
  once text not null constraint outbox_once unique,
  told_at timestamptz
);
create index outbox_untold on outbox (seq) where told_at is null;
create index outbox_of_sheet on outbox (diagnosis);
create index outbox_by_time on outbox (network, at);
-- Nobody reads it but the functions here: it holds what goes to other people too.
alter table outbox enable row level security;

-- 結果のお知らせ: one for each person it is for. It says no more than codes; names are read where it is shown, within reach.
create table notice (
  id uuid not null default uuidv7() constraint notice_pk primary key,
  event uuid not null constraint notice_event_known references outbox on delete cascade,
  network text not null,
  user_name text not null,
  role text not null,
  institution text not null,
  audience text not null,
  kind text not null,
  diagnosis uuid not null,
  referral uuid,
  outcome text,
  reason text,
  from_institution text not null,
  to_institution text,
  at timestamptz not null,
  read_at timestamptz,
  -- rhythm of the person's mail as it was then, where there was an address
  mail text,
  mailed_at timestamptz,
  constraint notice_once_a_person unique (event, user_name, role)
);
create index notice_unread on notice (user_name, role, institution) where read_at is null;
create index notice_of_person on notice (user_name, role, institution, id desc);
create index notice_of_sheet on notice (diagnosis);
create index notice_to_mail on notice (mail) where mail is not null and mailed_at is null;
alter table notice enable row level security;
create policy notice_own on notice for select to ${app} using (
  network = (select viewer_network()) and user_name = (select viewer_user()) and role = (select viewer_role())
  and institution = (select viewer_institution()));
create policy notice_own_change on notice for update to ${app} using (
  network = (select viewer_network()) and user_name = (select viewer_user()) and role = (select viewer_role())
  and institution = (select viewer_institution()));
grant select on notice to ${app};
grant update (read_at) on notice to ${app};

-- A line of a case's timeline, by whoever wrote it, in the same transaction.
create function outbox_step(entry bigint) returns void
  language sql security definer set search_path = public, pg_temp as $$
    insert into outbox (network, kind, diagnosis, referral, state, outcome, reason, from_institution, to_institution, to_house,
      by_user, at, once)
    select e.network,
      case when e.kind = 'contact' and exists (select from case_entry b
        where b.referral = e.referral and b.kind = 'contact' and b.id < e.id) then 'contact-again' else e.kind end,
      e.diagnosis, e.referral, coalesce(e.to_state, r.state, c.state), e.outcome, e.reason, c.institution, r.to_institution,
      e.meant_for in ('house', 'all'), e.by_user, e.at, 'entry:' || e.id
    from case_entry e join case_file c on c.diagnosis = e.diagnosis left join referral r on r.id = e.referral
    where e.id = entry and e.network = viewer_network() and e.by_user = viewer_user()
    on conflict do nothing
  $$;

-- 緊急閲覧, by whoever opened it.
create function outbox_break_glass(opening uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
    insert into outbox (network, kind, diagnosis, from_institution, to_house, by_user, at, once)
    select b.network, 'break-glass', b.diagnosis, b.institution, true, b.user_name, b.opened_at, 'break-glass:' || b.id
    from break_glass b
    where b.id = opening and b.network = viewer_network() and b.user_name = viewer_user()
    on conflict do nothing
  $$;

-- What is late, each step of lateness once: a case beyond its second and third day, a desk that has not answered, a first
-- contact that was not made. In every network; nobody asks.
create function outbox_overdue(today date) returns integer
  language sql security definer set search_path = public, pg_temp as $$
    with late as (
      select network, 'overdue-second' as kind, diagnosis, null::uuid as referral, state, institution as from_institution,
        null as to_institution, 'second:' || diagnosis || ':' || second_on as once
      from case_file where state in ('review', 'missing') and shared and second_on <= today and third_on > today
      union all
      select network, 'overdue-third', diagnosis, null, state, institution, null, 'third:' || diagnosis || ':' || third_on
      from case_file where state in ('review', 'missing') and shared and third_on <= today
      union all
      select network, 'answer-late', diagnosis, id, state, from_institution, to_institution, 'answer:' || id || ':' || answer_by
      from referral where state = 'requested' and recalled_at is null and answer_by < today
      union all
      select network, 'contact-late', diagnosis, id, state, from_institution, to_institution, 'contact:' || id || ':' || contact_by
      from referral where state in ('accepted', 'in-progress') and contacted_at is null and recalled_at is null
        and contact_by < today),
    written as (
      insert into outbox (network, kind, diagnosis, referral, state, from_institution, to_institution, to_house, once)
      select network, kind, diagnosis, referral, state, from_institution, to_institution, false, once from late
      on conflict do nothing returning 1)
    select count(*)::integer from written
  $$;

-- Whether anybody may still be told: within the owner's consent, and after its withdrawal only that it ended.
create function outbox_may_be_told(of_kind text, sheet uuid, of_referral uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
    select of_kind = 'break-glass'
      or of_kind in ('cancel', 'follow') and exists (select from referral r where r.diagnosis = sheet)
      or exists (select from case_file c where c.diagnosis = sheet and c.shared)
        and (of_referral is null or exists (select from referral r where r.id = of_referral and r.recalled_at is null))
  $$;

-- The institution, or those that took it over.
create function institution_heirs(at_network text, at_institution text, today date) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
    with recursive heir (code) as (
      select at_institution
      union
      select i.successor from heir h join institution i
        on i.network = at_network and i.code = h.code and i.successor is not null and i.valid_to < today)
    select array_agg(code) from heir
  $$;

revoke execute on function outbox_step(bigint), outbox_break_glass(uuid), outbox_overdue(date),
  outbox_may_be_told(text, uuid, uuid), institution_heirs(text, text, date) from public;
grant execute on function outbox_step(bigint), outbox_break_glass(uuid), outbox_overdue(date) to ${app};
