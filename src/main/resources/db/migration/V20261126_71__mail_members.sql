-- Where a person gets mail, and how often: 'none', once a day, or within minutes. It says that there is something to read,
-- nothing of what.
alter table member add column email text constraint member_email_is_one check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  add column mail_rhythm text not null default 'daily'
    constraint member_mail_rhythm_known check (mail_rhythm in ('none', 'daily', 'at-once'));
grant update (email) on member to ${app};

-- Nobody changes their own line in the register; how often they get mail is theirs alone to say.
create function member_own_mail() returns table (email text, mail_rhythm text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select m.email, m.mail_rhythm from member m
    where m.network = viewer_network() and m.user_name = viewer_user() and m.role = viewer_role()
      and m.institution = viewer_institution()
    order by m.valid_from desc limit 1
  $$;
create function member_own_mail_rhythm(rhythm text) returns void
  language sql security definer set search_path = public, pg_temp as $$
    update member set mail_rhythm = rhythm
    where network = viewer_network() and user_name = viewer_user() and role = viewer_role()
      and institution = viewer_institution()
  $$;

-- One mail to one person. The address is the register's at the moment of sending.
create table mail_digest (
  id uuid not null default uuidv7() constraint mail_digest_pk primary key,
  member uuid not null constraint mail_digest_member_known references member on delete cascade,
  notices integer not null,
  state text not null default 'waiting'
    constraint mail_digest_state_known check (state in ('waiting', 'sent', 'dead', 'dropped')),
  attempts integer not null default 0,
  made_at timestamptz not null default clock_timestamp(),
  next_at timestamptz not null default clock_timestamp(),
  leased_until timestamptz,
  ended_at timestamptz,
  last_fault text
);
create index mail_digest_waiting on mail_digest (next_at) where state = 'waiting';
create index mail_digest_of_member on mail_digest (member);
alter table mail_digest enable row level security;

-- Gathers what people have not read yet into a mail each. What was read meanwhile needs none.
create function mail_gather(rhythm text, today date) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare made integer;
  begin
    delete from mail_digest where state <> 'waiting' and ended_at < clock_timestamp() - interval '30 days';
    update notice set mail = null where mail = rhythm and mailed_at is null and read_at is not null;
    with due as (
      select n.id, m.id as member from notice n join member m
        on m.network = n.network and m.user_name = n.user_name and m.role = n.role and m.institution = n.institution
          and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
      where n.mail = rhythm and n.mailed_at is null and m.email is not null and m.mail_rhythm <> 'none'
      for update of n skip locked),
    marked as (update notice n set mailed_at = clock_timestamp() from due where n.id = due.id),
    digests as (
      insert into mail_digest (member, notices) select member, count(*) from due group by member returning 1)
    select count(*) into made from digests;
    return made;
  end $$;

-- Leased for so long; whoever dies meanwhile leaves it to the next. It may then arrive twice, under the same id.
create function mail_claim(most integer, lease interval) returns table (id uuid, email text, notices integer, attempts integer)
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    return query
      with due as (
        select d.id as digest from mail_digest d
        where d.state = 'waiting' and d.next_at <= clock_timestamp()
          and (d.leased_until is null or d.leased_until < clock_timestamp())
        order by d.next_at limit most for update skip locked),
      claimed as (
        update mail_digest d set attempts = d.attempts + 1, leased_until = clock_timestamp() + lease,
          state = case when m.email is null or m.mail_rhythm = 'none' then 'dropped' else 'waiting' end,
          ended_at = case when m.email is null or m.mail_rhythm = 'none' then clock_timestamp() end
        from due, member m where d.id = due.digest and m.id = d.member
        returning d.id, m.email, d.notices, d.attempts, d.state)
      select c.id, c.email, c.notices, c.attempts from claimed c where c.state = 'waiting';
  end $$;

-- fault null = sent; without a next moment it is given up, and stays to be seen.
create function mail_result(which uuid, fault text, again_at timestamptz) returns void
  language sql security definer set search_path = public, pg_temp as $$
    update mail_digest set leased_until = null, last_fault = fault,
      state = case when fault is null then 'sent' when again_at is null then 'dead' else 'waiting' end,
      next_at = coalesce(again_at, next_at), ended_at = case when fault is null or again_at is null then clock_timestamp() end
    where id = which and state = 'waiting'
  $$;

revoke execute on function member_own_mail(), member_own_mail_rhythm(text), mail_gather(text, date),
  mail_claim(integer, interval), mail_result(uuid, text, timestamptz) from public;
grant execute on function member_own_mail(), member_own_mail_rhythm(text), mail_gather(text, date),
  mail_claim(integer, interval), mail_result(uuid, text, timestamptz) to ${app};
