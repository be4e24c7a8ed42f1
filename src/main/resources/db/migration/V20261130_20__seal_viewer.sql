-- Who asks is sealed: whoever has the application's password may set any setting, so settings alone make nobody.
-- viewer_enter() leaves a hash of what it set in two sequences, whose last value a session remembers for itself (currval).
-- Only their owner may set them; the application may look. See docs/decisions/0017.
-- Unlogged: what is remembered matters to the session alone, and costs no write-ahead log.
create unlogged sequence viewer_seal_one as bigint minvalue -9223372036854775808;
create unlogged sequence viewer_seal_two as bigint minvalue -9223372036854775808;
grant select on sequence viewer_seal_one, viewer_seal_two to ${app};

-- All of it in one setting, which is hashed as it stands: fields with U+001F between them, the last one saying whether it is
-- meant for the transaction alone.
create or replace function viewer_institution() returns text language sql stable parallel safe
  return nullif(split_part(current_setting('toritsugi.viewer', true), e'\x1f', 2), '');
-- The own institution first.
create or replace function viewer_institutions() returns text[] language sql stable parallel safe
  return nullif(split_part(current_setting('toritsugi.viewer', true), e'\x1f', 3), '')::text[];
create or replace function viewer_role() returns text language sql stable parallel safe
  return nullif(split_part(current_setting('toritsugi.viewer', true), e'\x1f', 4), '');
create or replace function viewer_user() returns text language sql stable parallel safe
  return nullif(split_part(current_setting('toritsugi.viewer', true), e'\x1f', 5), '');
-- Null = the whole institution.
create or replace function viewer_branch() returns text language sql stable parallel safe
  return nullif(split_part(current_setting('toritsugi.viewer', true), e'\x1f', 6), '');
-- As the register writes it: for the trail, which must not take a name from the application.
create function viewer_name() returns text language sql stable parallel safe
  return nullif(split_part(current_setting('toritsugi.viewer', true), e'\x1f', 7), '');

-- The one place where the seal is looked at. Everything that depends on the viewer must depend on this (a test reads the
-- catalogue), so the others stay cheap. A seal within a transaction holds its moment too, and ends with it. Null before
-- the sequences are asked where nobody was entered, for a session that never set them has no last value.
-- PL/pgSQL, for it keeps its plan; every name with its schema, for it runs under the asker's search path.
-- Restricted: other processes of a parallel query do not have the session's memory.
create or replace function viewer_network() returns text language plpgsql stable parallel restricted as $$
  declare told text := pg_catalog.current_setting('toritsugi.viewer', true);
  begin
    return case
      when told is null or told operator(pg_catalog.=) '' then null
      when pg_catalog.substr(pg_catalog.sha256(case when pg_catalog.right(told, 1) operator(pg_catalog.=) 't'
            then pg_catalog.convert_to(told, 'UTF8') operator(pg_catalog.||) pg_catalog.timestamptz_send(pg_catalog.now())
            else pg_catalog.convert_to(told, 'UTF8') end), 1, 16)
          operator(pg_catalog.=) (pg_catalog.int8send(pg_catalog.currval('public.viewer_seal_one'::pg_catalog.regclass))
            operator(pg_catalog.||) pg_catalog.int8send(pg_catalog.currval('public.viewer_seal_two'::pg_catalog.regclass)))
        then pg_catalog.split_part(told, e'\x1f', 1)
      end;
  end $$;

-- The register must know the person on the day the application says and on the database's own: nobody comes back by an
-- earlier day. What holds the separator itself is nobody.
create or replace function viewer_enter(who text, as_role text, at_network text, at_institution text, today date,
    within_transaction boolean) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare told text := ''; seal bytea;
    first_day date := least(today, (now() at time zone 'Asia/Tokyo')::date);
    last_day date := greatest(today, (now() at time zone 'Asia/Tokyo')::date);
  begin
    select concat(m.network, e'\x1f', m.institution, e'\x1f',
        case when exists (select from institution x where x.network = m.network and x.successor = m.institution)
          then institution_stands_for(m.network, m.institution, today) else array[m.institution] end, e'\x1f',
        m.role, e'\x1f', m.user_name, e'\x1f', case when i.confines_branches and m.role = 'officer' then m.branch end, e'\x1f',
        m.display_name, e'\x1f', case when within_transaction then 't' else 'f' end)
    into told
    from member m join institution i on i.network = m.network and i.code = m.institution
    where m.user_name = who and m.role = as_role and m.network = at_network and m.institution = at_institution
      and m.valid_from <= first_day and (m.valid_to is null or m.valid_to >= last_day)
      and i.valid_from <= first_day and (i.valid_to is null or i.valid_to >= last_day)
    order by m.valid_from desc limit 1;
    if told is null or told !~ '^([^\x1f]*\x1f){7}[tf]$' then
      perform set_config('toritsugi.viewer', '', within_transaction), setval('viewer_seal_one', 0), setval('viewer_seal_two', 0);
      return false;
    end if;
    seal := sha256(case when within_transaction then convert_to(told, 'UTF8') || timestamptz_send(now())
      else convert_to(told, 'UTF8') end);
    perform set_config('toritsugi.viewer', told, within_transaction),
      setval('viewer_seal_one', ('x' || encode(substr(seal, 1, 8), 'hex'))::bit(64)::bigint),
      setval('viewer_seal_two', ('x' || encode(substr(seal, 9, 8), 'hex'))::bit(64)::bigint);
    return true;
  end $$;
