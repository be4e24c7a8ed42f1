-- Changes as narrow as sight: a statement without any condition changes only rows that its sender sees and is meant to
-- change. PostgreSQL asks the policies for reading only where a statement reads, and one without conditions does not.

-- One policy instead of four: the seal is looked at once.
drop policy diagnosis_own on diagnosis;
drop policy diagnosis_shared on diagnosis;
drop policy diagnosis_glass_broken on diagnosis;
drop policy diagnosis_taken_over on diagnosis;
create policy diagnosis_read on diagnosis for select to ${app} using (
  network = (select viewer_network()) and (
    (select viewer_role()) in ('officer', 'manager') and (select viewer_branch()) is null
      and institution = any ((select viewer_institutions())::text[])
    or (select viewer_role()) in ('officer', 'manager', 'coordinator') and institution = (select viewer_institution())
      and ((select viewer_branch()) is null or branch = (select viewer_branch()))
    or (select viewer_role()) = 'coordinator' and (shared or entered_at = (select viewer_institution())
      or exists (select from break_glass b
        where b.diagnosis = diagnosis.id and b.user_name = (select viewer_user()) and b.ends_at > now()))));
-- All of that but what was opened in an emergency: it may be read, not changed.
drop policy diagnosis_change on diagnosis;
drop policy diagnosis_change_taken_over on diagnosis;
create policy diagnosis_change on diagnosis for update to ${app} using (
  network = (select viewer_network()) and (
    (select viewer_role()) in ('officer', 'manager') and (select viewer_branch()) is null
      and institution = any ((select viewer_institutions())::text[])
    or (select viewer_role()) in ('officer', 'manager', 'coordinator') and institution = (select viewer_institution())
      and ((select viewer_branch()) is null or branch = (select viewer_branch()))
    or (select viewer_role()) = 'coordinator' and (shared or entered_at = (select viewer_institution()))));

-- The countable side is within reach with its sheet; what ended has ended.
drop policy diagnosis_sheet_reach on diagnosis_sheet;
drop policy diagnosis_sheet_taken_over on diagnosis_sheet;
create policy diagnosis_sheet_reach on diagnosis_sheet for select to ${app} using (
  network = (select viewer_network()) and exists (select from diagnosis d where d.id = diagnosis_sheet.diagnosis));
create policy diagnosis_sheet_end on diagnosis_sheet for update to ${app} using (
  known_to = 'infinity' and network = (select viewer_network()) and exists (select from diagnosis d
    where d.id = diagnosis_sheet.diagnosis and ((select viewer_role()) in ('officer', 'manager')
      or d.shared or (select viewer_institution()) in (d.institution, d.entered_at))))
  with check (known_to <> 'infinity');

drop policy provision_recall on provision;
create policy provision_recall on provision for update to ${app} using (
  network = (select viewer_network()) and recalled_at is null and exists (select from diagnosis d
    where d.id = provision.diagnosis and (
      (select viewer_role()) in ('officer', 'manager') and from_institution = any ((select viewer_institutions())::text[])
      or (select viewer_role()) = 'coordinator' and (d.shared or (select viewer_institution()) in (d.institution, d.entered_at)))))
  with check (recalled_at is not null);

-- Whoever is confined to a branch hears of what was opened there. A function, for policies of two tables must not ask each
-- other.
create function break_glass_at_branch(sheet uuid) returns boolean
  language sql stable parallel restricted security definer set search_path = public, pg_temp as $$
    select exists (select from diagnosis d where d.id = sheet and d.network = viewer_network()
      and d.institution = viewer_institution() and d.branch = viewer_branch())
  $$;
revoke execute on function break_glass_at_branch(uuid) from public;
grant execute on function break_glass_at_branch(uuid) to ${app};
drop policy break_glass_read on break_glass;
create policy break_glass_read on break_glass for select to ${app} using (
  network = (select viewer_network()) and ((select viewer_role()) in ('coordinator', 'auditor')
    or (select viewer_role()) in ('officer', 'manager') and institution = any ((select viewer_institutions())::text[])
      and ((select viewer_branch()) is null or break_glass_at_branch(diagnosis))));
drop policy break_glass_confirm on break_glass;
create policy break_glass_confirm on break_glass for update to ${app} using (
  network = (select viewer_network()) and confirmed_at is null and (select viewer_role()) in ('officer', 'manager')
    and institution = any ((select viewer_institutions())::text[])
    and ((select viewer_branch()) is null or break_glass_at_branch(diagnosis)))
  with check (confirmed_by = (select viewer_user()));

-- A branch of another institution may have the same name.
drop policy case_file_read on case_file;
create policy case_file_read on case_file for select to ${app} using (
  network = (select viewer_network()) and (
    (select viewer_role()) = 'coordinator' and (shared or institution = (select viewer_institution()))
    or (select viewer_role()) in ('officer', 'manager') and (
      (select viewer_branch()) is null and institution = any ((select viewer_institutions())::text[])
      or institution = (select viewer_institution()) and branch = (select viewer_branch()))));
drop policy case_file_change on case_file;
create policy case_file_change on case_file for update to ${app} using (
  network = (select viewer_network()) and (
    (select viewer_role()) = 'coordinator' and (shared or institution = (select viewer_institution()))
    or (select viewer_role()) in ('officer', 'manager') and (
      (select viewer_branch()) is null and institution = any ((select viewer_institutions())::text[])
      or institution = (select viewer_institution()) and branch = (select viewer_branch()))));

drop policy referral_change on referral;
create policy referral_change on referral for update to ${app} using (
  network = (select viewer_network()) and (
    (select viewer_role()) = 'consultant' and recalled_at is null
      and to_institution = any ((select viewer_institutions())::text[])
    or (select viewer_role()) in ('coordinator', 'officer', 'manager')
      and exists (select from case_file c where c.diagnosis = referral.diagnosis)));

-- A version of a questionnaire that sheets use is never edited, whoever says so.
alter table questionnaire_in_use enable row level security;
create policy questionnaire_in_use_read on questionnaire_in_use for select to ${app} using (true);
create policy questionnaire_in_use_remember on questionnaire_in_use for insert to ${app} with check (true);
create policy questionnaire_in_use_edit on questionnaire_in_use for update to ${app}
  using (not questionnaire_is_used(questionnaire, questionnaire_in_use.version));
