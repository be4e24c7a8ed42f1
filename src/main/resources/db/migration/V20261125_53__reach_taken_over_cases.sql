-- Beside what is the own institution's: what belonged to those it took over. Somebody must go on caring for the owners.
-- An officer who is confined to a branch is confined to the own institution with it.
create policy diagnosis_taken_over on diagnosis for select to ${app} using (
  network = (select viewer_network()) and institution = any ((select viewer_institutions())::text[])
  and (select viewer_role()) in ('officer', 'manager') and (select viewer_branch()) is null);
create policy diagnosis_change_taken_over on diagnosis for update to ${app}
  using (network = (select viewer_network()) and institution = any ((select viewer_institutions())::text[]))
  with check (network = (select viewer_network()) and institution = any ((select viewer_institutions())::text[])
    and (select viewer_role()) in ('officer', 'manager') and (select viewer_branch()) is null);
create policy diagnosis_sheet_taken_over on diagnosis_sheet for all to ${app} using (
  network = (select viewer_network()) and institution = any ((select viewer_institutions())::text[])
  and (select viewer_role()) in ('officer', 'manager') and (select viewer_branch()) is null);
create policy provision_taken_over on provision for select to ${app} using (
  network = (select viewer_network()) and (
    (select viewer_role()) = 'consultant' and to_institution = any ((select viewer_institutions())::text[])
      and recalled_at is null
    or (select viewer_role()) in ('officer', 'manager') and from_institution = any ((select viewer_institutions())::text[])));
create policy provision_recall_taken_over on provision for update to ${app} using (
  network = (select viewer_network()) and (select viewer_role()) in ('officer', 'manager')
  and from_institution = any ((select viewer_institutions())::text[]));
create policy break_glass_taken_over on break_glass for select to ${app} using (
  network = (select viewer_network()) and (select viewer_role()) = 'manager'
  and institution = any ((select viewer_institutions())::text[]));
create policy trail_taken_over on trail for select to ${app} using (
  network = (select viewer_network()) and (select viewer_role()) = 'manager'
  and institution = any ((select viewer_institutions())::text[]));

create or replace view diagnosis_open as
  select d.* from diagnosis d
  where d.network = (select viewer_network()) and (
    (select viewer_role()) in ('officer', 'manager', 'coordinator') and d.institution = (select viewer_institution())
      and ((select viewer_branch()) is null or d.branch = (select viewer_branch()))
    or (select viewer_role()) in ('officer', 'manager') and (select viewer_branch()) is null
      and d.institution = any ((select viewer_institutions())::text[])
    or (select viewer_role()) = 'coordinator' and (d.shared or d.entered_at = (select viewer_institution())
      or d.id in (select b.diagnosis from break_glass b where b.user_name = (select viewer_user()) and b.ends_at > now())));

-- Whoever corrects a sheet that was taken over leaves new traces of its firm.
create or replace function firm_is_own(network text, institution text) returns boolean language sql stable
  return network = viewer_network() and (viewer_role() = 'coordinator'
    or viewer_role() in ('officer', 'manager') and institution = any (viewer_institutions()));
