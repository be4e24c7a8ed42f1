-- What an import is compared with. A look (a dry run) asks for what lies open to the importer and learns nothing else.
-- Only an order to record (beyond = true) also learns that an id or a number is taken by a sheet out of its sight, for it
-- must not be doubled; never with which content, nor of which firm. Whoever is told leaves a line in the trail.
drop function diagnosis_recorded_hashes(uuid[]);
drop function diagnosis_recorded_references(text[], text[]);
drop function diagnosis_recorded_firms(text[]);

-- A sheet out of sight has no hash.
create function diagnosis_recorded_hashes(ids uuid[], beyond boolean) returns table (diagnosis uuid, content_hash text)
  language sql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
    select r.diagnosis, case when seen.so then r.content_hash end from unnest(ids) i(id)
    cross join lateral (
      select v.diagnosis, v.content_hash from diagnosis_revision v where v.diagnosis = i.id offset 0) r
    cross join lateral (
      select x.id, x.network, x.institution from diagnosis x where x.id = r.diagnosis offset 0) d
    cross join lateral (select exists (select from diagnosis_open o where o.id = d.id) as so) seen
    where d.network = (select viewer_network()) and (seen.so or beyond and ((select viewer_role()) = 'coordinator'
      or (select viewer_role()) in ('officer', 'manager') and d.institution = (select viewer_institution())))
  $$;
create function diagnosis_recorded_references(institutions text[], numbers text[], beyond boolean)
  returns table (institution text, reference text, open boolean)
  language sql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
    select d.institution, d.reference, seen.so from unnest(institutions, numbers) i(institution, reference)
    cross join lateral (
      select x.id, x.network, x.institution, x.reference from diagnosis x where x.reference = i.reference offset 0) d
    cross join lateral (select exists (select from diagnosis_open o where o.id = d.id) as so) seen
    where d.institution = i.institution and d.network = (select viewer_network())
      and (seen.so or beyond and ((select viewer_role()) = 'coordinator'
        or (select viewer_role()) in ('officer', 'manager') and d.institution = (select viewer_institution())))
  $$;
create function diagnosis_recorded_firms(keys text[])
  returns table (firm_key text, diagnosis uuid, institution text, interviewed_on date)
  language sql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
    select d.firm_key, d.id, d.institution, d.interviewed_on from unnest(keys) i(key)
    cross join lateral (
      select x.firm_key, x.network, x.status, x.id, x.institution, x.interviewed_on from diagnosis_open x
      where x.firm_key = i.key limit 200) d
    where d.network = (select viewer_network()) and d.status = 'recorded'
  $$;
revoke execute on function diagnosis_recorded_hashes(uuid[], boolean),
  diagnosis_recorded_references(text[], text[], boolean), diagnosis_recorded_firms(text[]) from public;
grant execute on function diagnosis_recorded_hashes(uuid[], boolean),
  diagnosis_recorded_references(text[], text[], boolean), diagnosis_recorded_firms(text[]) to ${app};
