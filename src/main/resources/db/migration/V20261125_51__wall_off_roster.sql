-- Who may change the register: the admin all of the network, a manager officers and managers of the own institution;
-- nobody their own lines. What was once written stays: only an end and a name change.
drop policy member_of_network on member;
create policy member_read on member for select to ${app} using (
  network = (select viewer_network()) and ((select viewer_role()) = 'admin'
    or (select viewer_role()) = 'manager' and institution = (select viewer_institution())));
create policy member_add on member for insert to ${app} with check (
  network = (select viewer_network()) and user_name <> (select viewer_user()) and ((select viewer_role()) = 'admin'
    or (select viewer_role()) = 'manager' and institution = (select viewer_institution()) and role in ('officer', 'manager')));
create policy member_change on member for update to ${app} using (
  network = (select viewer_network()) and user_name <> (select viewer_user()) and ((select viewer_role()) = 'admin'
    or (select viewer_role()) = 'manager' and institution = (select viewer_institution()) and role in ('officer', 'manager')));
grant insert on member to ${app};
grant update (valid_to, display_name) on member to ${app};

create policy institution_add on institution for insert to ${app} with check (
  network = (select viewer_network()) and (select viewer_role()) = 'admin');
create policy institution_change on institution for update to ${app} using (
  network = (select viewer_network()) and (select viewer_role()) = 'admin');
grant insert on institution to ${app};
grant update (name, type, valid_from, valid_to, successor, confines_branches, version) on institution to ${app};

alter table branch enable row level security;
create policy branch_of_network on branch for select to ${app} using (network = (select viewer_network()));
create policy branch_add on branch for insert to ${app} with check (
  network = (select viewer_network()) and (select viewer_role()) = 'admin');
create policy branch_change on branch for update to ${app} using (
  network = (select viewer_network()) and (select viewer_role()) = 'admin');
grant select, insert on branch to ${app};
grant update (name, valid_from, valid_to) on branch to ${app};

-- Whether a person has that role anywhere in the network on one of the days: a manager learns yes or no, not where.
create function member_is_taken(who text, as_role text, from_day date, to_day date, besides uuid[]) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from member m
      where m.network = viewer_network() and viewer_role() in ('admin', 'manager')
        and m.user_name = who and m.role = as_role and m.id <> all (besides)
        and coalesce(m.valid_to, 'infinity') >= m.valid_from
        and m.valid_from <= coalesce(to_day, 'infinity') and coalesce(m.valid_to, 'infinity') >= from_day)
  $$;
revoke execute on function member_is_taken(text, text, date, date, uuid[]) from public;
grant execute on function member_is_taken(text, text, date, date, uuid[]) to ${app};
