-- Taking a consent back closes the case to the secretariat, also when the secretariat itself writes it down: row-level
-- security would refuse a change that puts the row out of the changer's own sight. What is set here follows from what is
-- written in the latest revision and from nothing else, so anybody of the network may have it done.
create function diagnosis_follow_consents(which uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
    update diagnosis d set shared = exists (
      select from jsonb_array_elements(coalesce(r.content -> 'consents', '[]')) c
      where (c ->> 'given')::boolean and c ->> 'withdrawnOn' is null and c ->> 'recipient' <> 'own-adviser')
    from diagnosis_revision r
    where d.id = which and d.network = viewer_network() and viewer_role() in ('officer', 'manager', 'coordinator')
      and r.diagnosis = d.id and r.revision = d.revision
  $$;
revoke execute on function diagnosis_follow_consents(uuid) from public;
grant execute on function diagnosis_follow_consents(uuid) to ${app};
