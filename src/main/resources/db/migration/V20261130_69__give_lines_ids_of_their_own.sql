-- An import is kept from nothing by sheets of others under the ids of its lines: such an id is "taken" and no more (no
-- institution, no hash), and the line gets another. Only an order to record learns it, of ids the server made itself.
drop function diagnosis_recorded_hashes(uuid[], boolean);

-- A sheet out of sight has no hash; one that is none of the importer's affair has no institution either.
create function diagnosis_recorded_hashes(ids uuid[], beyond boolean)
  returns table (diagnosis uuid, content_hash text, institution text)
  language sql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
    select r.diagnosis, case when known.so and seen.so then r.content_hash end, case when known.so then d.institution end
    from unnest(ids) i(id)
    cross join lateral (
      select v.diagnosis, v.content_hash from diagnosis_revision v where v.diagnosis = i.id offset 0) r
    cross join lateral (
      select x.id, x.network, x.institution from diagnosis x where x.id = r.diagnosis offset 0) d
    cross join lateral (select exists (select from diagnosis_open o where o.id = d.id) as so) seen
    cross join lateral (select d.network = (select viewer_network()) and (seen.so
      or beyond and ((select viewer_role()) = 'coordinator'
        or (select viewer_role()) in ('officer', 'manager') and d.institution = (select viewer_institution()))) as so) known
    where known.so or beyond and (select viewer_role()) in ('coordinator', 'officer', 'manager')
  $$;
revoke execute on function diagnosis_recorded_hashes(uuid[], boolean) from public;
grant execute on function diagnosis_recorded_hashes(uuid[], boolean) to ${app};
