-- Giver's side: a record is within reach with its sheet, so with the branch it belongs to, and for the secretariat only as
-- long as the sheet is. Receiver's side: what was handed to the institution and is not recalled.
-- Also for what an institution took over from those that merged into it.
drop policy provision_taken_over on provision;
drop policy provision_recall_taken_over on provision;
drop policy provision_read on provision;
create policy provision_read on provision for select to ${app} using (
  network = (select viewer_network()) and (
    (select viewer_role()) = 'consultant' and to_institution = any ((select viewer_institutions())::text[]) and recalled_at is null
    or (select viewer_role()) in ('officer', 'manager') and from_institution = any ((select viewer_institutions())::text[])
      and exists (select from diagnosis d where d.id = provision.diagnosis)
    or (select viewer_role()) = 'coordinator' and exists (select from diagnosis d where d.id = provision.diagnosis)));

-- Nobody gives what they do not see, in another institution's name, or another revision than the latest.
drop policy provision_make on provision;
create policy provision_make on provision for insert to ${app} with check (
  network = (select viewer_network()) and provided_by = (select viewer_user()) and recalled_at is null
  and ((select viewer_role()) = 'coordinator'
    or (select viewer_role()) in ('officer', 'manager') and from_institution = any ((select viewer_institutions())::text[]))
  and exists (select from diagnosis d where d.id = provision.diagnosis and d.institution = provision.from_institution
    and d.network = provision.network and d.status = 'recorded' and d.revision = provision.revision));

-- A recall is for ever: the application may set it, never take it back.
drop policy provision_recall on provision;
create policy provision_recall on provision for update to ${app}
  using (network = (select viewer_network()) and recalled_at is null and ((select viewer_role()) = 'coordinator'
    or (select viewer_role()) in ('officer', 'manager') and from_institution = any ((select viewer_institutions())::text[])))
  with check (recalled_at is not null);

-- The receiver learns that something was recalled: which record, from whom, on which days; nothing of what it said.
create function provision_recalled() returns table (id uuid, from_institution text, provided_at timestamptz,
    recalled_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
    select p.id, p.from_institution, p.provided_at, p.recalled_at from provision p
    where p.network = viewer_network() and viewer_role() = 'consultant' and p.to_institution = any (viewer_institutions())
      and p.recalled_at is not null
    order by p.recalled_at desc, p.id limit 200
  $$;

-- For the person who asks who looked: when somebody of the receiving institution opened what was provided. Only of
-- records that the asker gives account of.
create function provision_views(provisions uuid[]) returns table (provision uuid, at timestamptz, institution text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select p.id, t.at, t.actor_institution from provision p
    join diagnosis d on d.id = p.diagnosis
    join trail t on t.network = p.network and t.subject = p.diagnosis::text
      and t.action = 'viewed' and t.subject_kind = 'provision' and t.details ->> 'provision' = p.id::text
      and t.actor_institution = p.to_institution
    where p.id = any (provisions) and p.network = viewer_network()
      and (viewer_role() = 'manager' and p.from_institution = viewer_institution()
        or viewer_role() = 'coordinator' and (d.shared or d.institution = viewer_institution()
          or d.entered_at = viewer_institution()))
    order by t.at
  $$;
revoke execute on function provision_recalled(), provision_views(uuid[]) from public;
grant execute on function provision_recalled(), provision_views(uuid[]) to ${app};
