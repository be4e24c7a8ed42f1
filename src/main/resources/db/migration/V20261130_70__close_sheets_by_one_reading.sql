-- Whether a case may leave its institution is read in one place, Consents in the application: of two words about one kind
-- of recipient the later counts. Here it was read a second time, and any yes counted. The database decides it no more: it
-- only closes what the application, which has read the consents, says is to be closed. It can open nothing, and closes only
-- what the asker may change; by a function as before, for whoever writes the withdrawal down may lose the sight of the sheet.
drop function diagnosis_follow_consents(uuid);
create function diagnosis_close_to_others(which uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
    update diagnosis d set shared = false
    where d.id = which and d.shared and d.network = viewer_network() and (
      viewer_role() = 'coordinator'
      or viewer_role() in ('officer', 'manager') and d.institution = any (viewer_institutions())
        and (viewer_branch() is null or d.branch = viewer_branch()))
  $$;
revoke execute on function diagnosis_close_to_others(uuid) from public;
grant execute on function diagnosis_close_to_others(uuid) to ${app};

-- Sheets that stand open by the old reading: the owner's last word about every kind is a no.
update diagnosis d set shared = false
from diagnosis_revision r
where d.shared and r.diagnosis = d.id and r.revision = d.revision and not exists (
  select from (
    select distinct on (said.word ->> 'recipient') said.word
    from jsonb_array_elements(coalesce(r.content -> 'consents', '[]')) with ordinality said (word, place)
    order by said.word ->> 'recipient', said.place desc) last
  where (last.word ->> 'given')::boolean and last.word ->> 'withdrawnOn' is null
    and last.word ->> 'recipient' <> 'own-adviser');
