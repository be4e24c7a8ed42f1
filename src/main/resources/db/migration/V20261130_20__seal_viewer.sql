-- Who asks is sealed: whoever has the application's password may set any setting, so settings alone make nobody.
-- viewer_enter() leaves a hash of all it set in two sequences, whose last value a session remembers for itself (currval).
-- Only their owner may set them; the application may look. See docs/decisions/0017.
-- Unlogged: what is remembered matters to the session alone, and costs no write-ahead log.
create unlogged sequence viewer_seal_one as bigint minvalue -9223372036854775808;
create unlogged sequence viewer_seal_two as bigint minvalue -9223372036854775808;
grant select on sequence viewer_seal_one, viewer_seal_two to ${app};

-- As the register writes it: for the trail, which must not take a name from the application.
create function viewer_name() returns text language sql stable parallel safe
  return nullif(current_setting('toritsugi.name', true), '');

-- The one place where the seal is looked at. Everything that depends on the viewer must depend on this (a test reads the
-- catalogue), so the other settings stay what they were: cheap. A seal within a transaction holds its moment too, and ends
-- with it. Null before the sequences are asked where nobody was entered, for a session that never set them has no last value.
-- PL/pgSQL, for it keeps its plan; every name with its schema, for it runs under the asker's search path.
-- Restricted: other processes of a parallel query do not have the session's memory.
create or replace function viewer_network() returns text language plpgsql stable parallel restricted as $$
  begin
    return case
      when coalesce(pg_catalog.current_setting('toritsugi.network', true), '') operator(pg_catalog.=) '' then null
      when pg_catalog.substr(pg_catalog.sha256(pg_catalog.array_send(array[
            pg_catalog.current_setting('toritsugi.network', true), pg_catalog.current_setting('toritsugi.institution', true),
            pg_catalog.current_setting('toritsugi.institutions', true), pg_catalog.current_setting('toritsugi.role', true),
            pg_catalog.current_setting('toritsugi.user_name', true), pg_catalog.current_setting('toritsugi.branch', true),
            pg_catalog.current_setting('toritsugi.name', true), pg_catalog.current_setting('toritsugi.within', true)])
          operator(pg_catalog.||) case when pg_catalog.current_setting('toritsugi.within', true) operator(pg_catalog.=) 't'
            then pg_catalog.timestamptz_send(pg_catalog.now()) else '\x'::pg_catalog.bytea end), 1, 16)
        operator(pg_catalog.=) (pg_catalog.int8send(pg_catalog.currval('public.viewer_seal_one'::pg_catalog.regclass))
          operator(pg_catalog.||) pg_catalog.int8send(pg_catalog.currval('public.viewer_seal_two'::pg_catalog.regclass)))
        then pg_catalog.current_setting('toritsugi.network', true)
      end;
  end $$;

-- The register must know the person on the day the application says and on the database's own: nobody comes back by an
-- earlier day.
create or replace function viewer_enter(who text, as_role text, at_network text, at_institution text, today date,
    within_transaction boolean) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare confined_to text; named text; known boolean; stands_for text[]; seal text;
    first_day date := least(today, (now() at time zone 'Asia/Tokyo')::date);
    last_day date := greatest(today, (now() at time zone 'Asia/Tokyo')::date);
  begin
    select true, m.display_name, case when i.confines_branches and m.role = 'officer' then m.branch end,
      case when exists (select from institution x where x.network = m.network and x.successor = m.institution)
        then institution_stands_for(m.network, m.institution, today) else array[m.institution] end
    into known, named, confined_to, stands_for
    from member m join institution i on i.network = m.network and i.code = m.institution
    where m.user_name = who and m.role = as_role and m.network = at_network and m.institution = at_institution
      and m.valid_from <= first_day and (m.valid_to is null or m.valid_to >= last_day)
      and i.valid_from <= first_day and (i.valid_to is null or i.valid_to >= last_day)
    order by m.valid_from desc limit 1;
    perform set_config('toritsugi.network', case when known then at_network else '' end, within_transaction),
      set_config('toritsugi.institution', case when known then at_institution else '' end, within_transaction),
      set_config('toritsugi.institutions', coalesce(stands_for::text, ''), within_transaction),
      set_config('toritsugi.role', case when known then as_role else '' end, within_transaction),
      set_config('toritsugi.user_name', case when known then who else '' end, within_transaction),
      set_config('toritsugi.branch', coalesce(confined_to, ''), within_transaction),
      set_config('toritsugi.name', coalesce(named, ''), within_transaction),
      set_config('toritsugi.within', case when within_transaction then 't' else 'f' end, within_transaction);
    if known then
      seal := encode(sha256(array_send(array[at_network, at_institution, stands_for::text, as_role, who,
        coalesce(confined_to, ''), coalesce(named, ''), case when within_transaction then 't' else 'f' end])
        || case when within_transaction then timestamptz_send(now()) else '' end), 'hex');
      perform setval('viewer_seal_one', ('x' || substr(seal, 1, 16))::bit(64)::bigint),
        setval('viewer_seal_two', ('x' || substr(seal, 17, 16))::bit(64)::bigint);
    else
      perform setval('viewer_seal_one', 0), setval('viewer_seal_two', 0);
    end if;
    return coalesce(known, false);
  end $$;
