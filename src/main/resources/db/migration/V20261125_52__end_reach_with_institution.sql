-- Whose institution has ended has no reach; whose institution took over others stands for those too, from the day after
-- their end. The sheets stay under the old code, so that old figures keep the old name.
create function institution_stands_for(at_network text, at_institution text, today date) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
    with recursive stands (code) as (
      select at_institution
      union
      select i.code from stands s join institution i
        on i.network = at_network and i.successor = s.code and i.valid_to < today)
    select array_agg(code order by code <> at_institution, code) from stands
  $$;
revoke execute on function institution_stands_for(text, text, date) from public;

-- The own institution first.
create function viewer_institutions() returns text[] language sql stable parallel safe
  return nullif(current_setting('toritsugi.institutions', true), '')::text[];

create or replace function viewer_enter(who text, as_role text, at_network text, at_institution text, today date,
    within_transaction boolean) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare confined_to text; known boolean; stands_for text[];
  begin
    select true, case when i.confines_branches and m.role = 'officer' then m.branch end,
      case when exists (select from institution x where x.network = m.network and x.successor = m.institution)
        then institution_stands_for(m.network, m.institution, today) else array[m.institution] end
    into known, confined_to, stands_for
    from member m join institution i on i.network = m.network and i.code = m.institution
    where m.user_name = who and m.role = as_role and m.network = at_network and m.institution = at_institution
      and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
      and i.valid_from <= today and (i.valid_to is null or i.valid_to >= today)
    order by m.valid_from desc limit 1;
    perform set_config('toritsugi.network', case when known then at_network else '' end, within_transaction),
      set_config('toritsugi.institution', case when known then at_institution else '' end, within_transaction),
      set_config('toritsugi.institutions', coalesce(stands_for::text, ''), within_transaction),
      set_config('toritsugi.role', case when known then as_role else '' end, within_transaction),
      set_config('toritsugi.user_name', case when known then who else '' end, within_transaction),
      set_config('toritsugi.branch', coalesce(confined_to, ''), within_transaction);
    return coalesce(known, false);
  end $$;

drop function viewer_membership(text, text[], date);
create function viewer_membership(who text, roles text[], today date) returns table (
    user_name text, network text, network_name text, institution text, institution_name text, role text,
    display_name text, branch text, stands_for text[])
  language sql stable security definer set search_path = public, pg_temp as $$
    select m.user_name, m.network, n.name, m.institution, i.name, m.role, m.display_name,
      case when i.confines_branches and m.role = 'officer' then m.branch end,
      case when exists (select from institution x where x.network = m.network and x.successor = m.institution)
        then institution_stands_for(m.network, m.institution, today) else array[m.institution] end
    from member m
    join institution i on i.network = m.network and i.code = m.institution
    join network n on n.code = m.network
    where m.user_name = who and m.role = any (roles) and m.valid_from <= today
      and (m.valid_to is null or m.valid_to >= today)
      and i.valid_from <= today and (i.valid_to is null or i.valid_to >= today)
    order by m.valid_from desc, m.role
    limit 1
  $$;
revoke execute on function viewer_membership(text, text[], date) from public;
grant execute on function viewer_membership(text, text[], date) to ${app};
