-- A user name belongs to one network of the installation, also after the last membership has ended: whoever left is not
-- caught by somebody else's register. Nobody reads this but the functions here.
create table user_name_claim (
  user_name text not null constraint user_name_claim_pk primary key
    constraint user_name_claim_is_plain check (user_name = user_name_plain(user_name)),
  -- null: several networks had the name when names were first claimed; it is nobody's until the operator has decided
  network text constraint user_name_claim_network_known references network,
  claimed_at timestamptz not null default clock_timestamp()
);
alter table user_name_claim enable row level security;
create index user_name_claim_by_network on user_name_claim (network);

-- Where a name has memberships in force or to come in one network, it is that one's; failing that, the last one's.
insert into user_name_claim (user_name, network)
select user_name,
  case when count(distinct network) filter (where holds) = 1 then min(network) filter (where holds)
    when count(distinct network) filter (where holds) = 0 then (array_agg(network order by valid_to desc, valid_from desc))[1] end
from (select m.*, coalesce(m.valid_to, 'infinity') >= greatest(m.valid_from, (now() at time zone 'Asia/Tokyo')::date) as holds
  from member m) m
group by user_name;

-- Whether whoever writes now may take a name in that the installation does not know: the owner of the tables, who opens
-- networks, and a network's admin; a manager only while no other network could want it. (Where there is no viewer the policies
-- let nobody write but the owner.)
create function user_name_may_be_claimed() returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
    select viewer_network() is null or viewer_role() = 'admin'
      or viewer_role() = 'manager' and (select count(*) from network) = 1
  $$;
revoke execute on function user_name_may_be_claimed() from public;

-- The database keeps it itself. The names in the messages are those of constraints, as the application tells refusals apart.
create function member_claims_name() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare belongs_to text;
  begin
    if tg_op = 'UPDATE' and coalesce(new.valid_to, 'infinity') <= coalesce(old.valid_to, 'infinity')
        and (new.user_name, new.network, new.institution, new.role, new.valid_from)
          = (old.user_name, old.network, old.institution, old.role, old.valid_from) then
      return null;
    end if;
    if user_name_may_be_claimed() then
      insert into user_name_claim (user_name, network) values (new.user_name, new.network) on conflict do nothing;
    end if;
    select network into belongs_to from user_name_claim where user_name = new.user_name;
    if not found then
      raise exception 'a user name new to the installation violates check constraint "user_name_is_claimed"'
        using errcode = '23514', constraint = 'user_name_is_claimed', table = 'member';
    end if;
    if belongs_to is distinct from new.network then
      raise exception 'a user name of another network violates unique constraint "user_name_of_one_network"'
        using errcode = '23505', constraint = 'user_name_of_one_network', table = 'member';
    end if;
    -- within the network a manager draws nobody over who works at another institution, in whatever role
    if viewer_role() = 'manager' and exists (select from member m
        where m.network = new.network and m.network = viewer_network() and m.user_name = new.user_name
          and m.institution <> new.institution and m.id <> new.id
          and coalesce(m.valid_to, 'infinity') >= m.valid_from
          and m.valid_from <= coalesce(new.valid_to, 'infinity') and coalesce(m.valid_to, 'infinity') >= new.valid_from) then
      raise exception 'somebody of another institution violates unique constraint "member_of_one_institution"'
        using errcode = '23505', constraint = 'member_of_one_institution', table = 'member';
    end if;
    return null;
  end $$;
revoke execute on function member_claims_name() from public;
-- After the policies have had their word.
create trigger member_claims_name after insert or update on member for each row execute function member_claims_name();

-- Whether a person is not to be registered in that role on one of the days: in it anywhere in the network, at another
-- institution in any role where a manager asks, or of another network altogether. Yes or no, not where.
create or replace function member_is_taken(who text, as_role text, from_day date, to_day date, besides uuid[]) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
    select viewer_network() is not null and viewer_role() in ('admin', 'manager') and (
      exists (select from user_name_claim c where c.user_name = who and c.network is distinct from viewer_network())
      or exists (select from member m
        where m.network = viewer_network() and m.user_name = who and m.id <> all (besides)
          and (m.role = as_role or viewer_role() = 'manager' and m.institution <> viewer_institution())
          and coalesce(m.valid_to, 'infinity') >= m.valid_from
          and m.valid_from <= coalesce(to_day, 'infinity') and coalesce(m.valid_to, 'infinity') >= from_day))
  $$;

-- Whether a name has to be taken in by somebody else before the viewer may register it.
create function user_name_is_out_of_hand(who text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
    select viewer_network() is not null and not user_name_may_be_claimed() and not exists (select from user_name_claim c where c.user_name = who)
  $$;

-- Takes names in for the viewer's network; returns those that are another's. The application then takes all of them back.
create function user_name_claim_all(names text[]) returns text[]
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if viewer_network() is null or viewer_role() is distinct from 'admin' then
      raise exception 'only an admin takes user names in' using errcode = '42501';
    end if;
    insert into user_name_claim (user_name, network)
    select distinct user_name_plain(n), viewer_network() from unnest(names) n order by 1 on conflict do nothing;
    return array(select c.user_name from user_name_claim c
      where c.user_name in (select user_name_plain(n) from unnest(names) n) and c.network is distinct from viewer_network()
      order by 1);
  end $$;
revoke execute on function user_name_is_out_of_hand(text), user_name_claim_all(text[]) from public;
grant execute on function user_name_is_out_of_hand(text), user_name_claim_all(text[]) to ${app};
