-- 後継者候補 lies with its sheet in two more ways. Whoever took the diagnosing institution over reaches it, as it reaches
-- the sheet; and while the sheet is held back from destruction, nobody deletes the name or writes another over it, for of
-- it no history is kept.
create function candidate_is_held(sheet uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from diagnosis d join retention_hold h on h.network = d.network and h.lifted_at is null
        and (h.diagnosis = d.id or h.institution = d.institution)
      where d.id = sheet and d.network = viewer_network()
        and viewer_role() in ('officer', 'manager') and d.institution = any (viewer_institutions()))
  $$;
revoke execute on function candidate_is_held(uuid) from public;
grant execute on function candidate_is_held(uuid) to ${app};

drop policy candidate_of_own_sheets on candidate;
create policy candidate_of_own_sheets on candidate for all to ${app}
  using (network = (select viewer_network()) and institution = any ((select viewer_institutions())::text[])
    and (select viewer_role()) in ('officer', 'manager')
    and exists (select from diagnosis d where d.id = candidate.diagnosis and d.institution = candidate.institution
      and d.network = candidate.network));
create policy candidate_held_is_kept on candidate as restrictive for delete to ${app}
  using (not candidate_is_held(diagnosis));
create policy candidate_held_is_not_written_over on candidate as restrictive for update to ${app}
  using (not candidate_is_held(diagnosis));
