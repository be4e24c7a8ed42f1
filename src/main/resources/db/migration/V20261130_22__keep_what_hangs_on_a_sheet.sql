-- What hangs on a sheet is put there by whoever may change the sheet: within reach, and not by an emergency.
-- The head may have been changed before its revision is written or after.
drop policy diagnosis_revision_append on diagnosis_revision;
create policy diagnosis_revision_append on diagnosis_revision for insert to ${app} with check (
  made_by = (select viewer_user()) and made_at_institution = (select viewer_institution())
  and (revision = 1) = (kind = 'recorded')
  and exists (select from diagnosis d
    where d.id = diagnosis_revision.diagnosis and d.network = (select viewer_network())
      and diagnosis_revision.revision in (d.revision, d.revision + 1)
      and ((select viewer_role()) in ('officer', 'manager')
        or d.shared or (select viewer_institution()) in (d.institution, d.entered_at))));

create policy diagnosis_sheet_add on diagnosis_sheet for insert to ${app} with check (
  network = (select viewer_network()) and exists (select from diagnosis d
    where d.id = diagnosis_sheet.diagnosis and d.network = diagnosis_sheet.network
      and d.institution = diagnosis_sheet.institution and diagnosis_sheet.revision in (d.revision, d.revision + 1)
      and ((select viewer_role()) in ('officer', 'manager')
        or d.shared or (select viewer_institution()) in (d.institution, d.entered_at))));

drop policy recommendation_append on recommendation;
create policy recommendation_append on recommendation for insert to ${app} with check (
  exists (select from diagnosis d
    where d.id = recommendation.diagnosis and d.network = (select viewer_network())
      and recommendation.revision <= d.revision + 1
      and (d.shared or (select viewer_role()) in ('officer', 'manager') or d.institution = (select viewer_institution()))));

drop policy consent_signature_append on consent_signature;
create policy consent_signature_append on consent_signature for insert to ${app} with check (
  network = (select viewer_network()) and recorded_by = (select viewer_user()) and exists (select from diagnosis d
    where d.id = consent_signature.diagnosis and d.network = consent_signature.network
      and d.institution = consent_signature.institution
      and ((select viewer_role()) in ('officer', 'manager')
        or d.shared or (select viewer_institution()) in (d.institution, d.entered_at))));

-- Nobody gives what they may only read.
drop policy provision_make on provision;
create policy provision_make on provision for insert to ${app} with check (
  network = (select viewer_network()) and provided_by = (select viewer_user()) and recalled_at is null
  and exists (select from diagnosis d where d.id = provision.diagnosis and d.institution = provision.from_institution
    and d.network = provision.network and d.status = 'recorded' and d.revision = provision.revision
    and ((select viewer_role()) in ('officer', 'manager')
        and provision.from_institution = any ((select viewer_institutions())::text[])
      or (select viewer_role()) = 'coordinator'
        and (d.shared or (select viewer_institution()) in (d.institution, d.entered_at)))));

drop policy break_glass_own on break_glass;
create policy break_glass_own on break_glass for insert to ${app} with check (
  network = (select viewer_network()) and user_name = (select viewer_user()) and (select viewer_role()) = 'coordinator'
  and at_institution = (select viewer_institution())
  and institution = (select l.institution from diagnosis_listed l where l.id = break_glass.diagnosis));

-- To a desk that there is, of the institution that is named; with a record of the same case.
drop policy referral_make on referral;
create policy referral_make on referral for insert to ${app} with check (
  network = (select viewer_network()) and requested_by = (select viewer_user()) and (select viewer_role()) = 'coordinator'
  and exists (select from case_file c where c.diagnosis = referral.diagnosis and c.network = referral.network
    and c.institution = referral.from_institution)
  and exists (select from desk k where k.id = referral.desk and k.network = referral.network
    and k.institution = referral.to_institution)
  and (provision is null or exists (select from provision p
    where p.id = referral.provision and p.diagnosis = referral.diagnosis and p.to_institution = referral.to_institution)));

-- A line belongs to a case that its writer sees; a receiver's to the case of the referral.
drop policy case_entry_append on case_entry;
create policy case_entry_append on case_entry for insert to ${app} with check (
  network = (select viewer_network()) and by_user is not distinct from (select viewer_user())
  and by_institution is not distinct from (select viewer_institution())
  and (referral is not null or (select viewer_role()) in ('officer', 'manager', 'coordinator'))
  and (referral is null or exists (select from referral r
    where r.id = case_entry.referral and r.diagnosis = case_entry.diagnosis and r.network = case_entry.network))
  and (referral is not null or exists (select from case_file c
    where c.diagnosis = case_entry.diagnosis and c.network = case_entry.network)));
