-- Who is asking, told to every transaction before anything else. The register is asked here too: the application can
-- claim nothing that it does not say. Without a viewer nothing is within reach.
create function viewer_network() returns text language sql stable parallel safe
  return nullif(current_setting('toritsugi.network', true), '');
create function viewer_institution() returns text language sql stable parallel safe
  return nullif(current_setting('toritsugi.institution', true), '');
create function viewer_role() returns text language sql stable parallel safe
  return nullif(current_setting('toritsugi.role', true), '');
create function viewer_user() returns text language sql stable parallel safe
  return nullif(current_setting('toritsugi.user_name', true), '');
-- Null = the whole institution.
create function viewer_branch() returns text language sql stable parallel safe
  return nullif(current_setting('toritsugi.branch', true), '');

-- within_transaction = false: until it is left again, for a connection outside any transaction.
create function viewer_enter(who text, as_role text, at_network text, at_institution text, today date,
    within_transaction boolean) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare confined_to text; known boolean;
  begin
    select true, case when i.confines_branches and m.role = 'officer' then m.branch end into known, confined_to
    from member m join institution i on i.network = m.network and i.code = m.institution
    where m.user_name = who and m.role = as_role and m.network = at_network and m.institution = at_institution
      and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
    order by m.valid_from desc limit 1;
    perform set_config('toritsugi.network', case when known then at_network else '' end, within_transaction),
      set_config('toritsugi.institution', case when known then at_institution else '' end, within_transaction),
      set_config('toritsugi.role', case when known then as_role else '' end, within_transaction),
      set_config('toritsugi.user_name', case when known then who else '' end, within_transaction),
      set_config('toritsugi.branch', coalesce(confined_to, ''), within_transaction);
    return coalesce(known, false);
  end $$;

-- Where a person works today, in any network: asked before there is a viewer.
create function viewer_membership(who text, roles text[], today date) returns table (
    user_name text, network text, network_name text, institution text, institution_name text, role text,
    display_name text, branch text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select m.user_name, m.network, n.name, m.institution, i.name, m.role, m.display_name,
      case when i.confines_branches and m.role = 'officer' then m.branch end
    from member m
    join institution i on i.network = m.network and i.code = m.institution
    join network n on n.code = m.network
    where m.user_name = who and m.role = any (roles) and m.valid_from <= today
      and (m.valid_to is null or m.valid_to >= today)
    order by m.valid_from desc, m.role
    limit 1
  $$;

revoke execute on function viewer_enter(text, text, text, text, date, boolean), viewer_membership(text, text[], date)
  from public;
grant execute on function viewer_enter(text, text, text, text, date, boolean), viewer_membership(text, text[], date)
  to ${app};

-- Networks never see each other, not even each other's registers.
alter table network enable row level security;
create policy network_own on network for select to ${app} using (code = (select viewer_network()));
alter table institution enable row level security;
create policy institution_of_network on institution for select to ${app} using (network = (select viewer_network()));
alter table member enable row level security;
create policy member_of_network on member for select to ${app} using (network = (select viewer_network()));
