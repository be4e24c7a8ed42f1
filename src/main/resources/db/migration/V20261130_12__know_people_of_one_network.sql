-- Where a person works today, asked before there is a viewer. Memberships in force are never chosen among silently:
-- unresolved says 'networks' where there is one in a network that the name does not belong to, 'institutions' where the
-- roles the log-in vouches for hold at several institutions. One pass over the person's few rows: it is asked with every request.
-- At one institution the role begun last is the one at work.
drop function viewer_membership(text, text[], date);
create function viewer_membership(who text, roles text[], today date) returns table (
    user_name text, network text, network_name text, institution text, institution_name text, role text,
    display_name text, branch text, stands_for text[], unresolved text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select h.user_name, h.network, n.name, h.institution, h.institution_name, h.role, h.display_name,
      case when h.confines_branches and h.role = 'officer' then h.branch end,
      case when exists (select from institution x where x.network = h.network and x.successor = h.institution)
        then institution_stands_for(h.network, h.institution, today) else array[h.institution] end,
      case when h.astray then 'networks' when h.first_place <> h.last_place then 'institutions' end
    from (
      select m.*, i.name as institution_name, i.confines_branches,
        bool_or(c.network is distinct from m.network) over () as astray,
        min(m.institution) filter (where m.role = any (roles)) over () as first_place,
        max(m.institution) filter (where m.role = any (roles)) over () as last_place
      from member m
      join institution i on i.network = m.network and i.code = m.institution
      left join user_name_claim c on c.user_name = m.user_name
      where m.user_name = who and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
        and i.valid_from <= today and (i.valid_to is null or i.valid_to >= today)) h
    join network n on n.code = h.network
    where h.role = any (roles)
    order by h.valid_from desc, h.role
    limit 1
  $$;
revoke execute on function viewer_membership(text, text[], date) from public;
grant execute on function viewer_membership(text, text[], date) to ${app};
