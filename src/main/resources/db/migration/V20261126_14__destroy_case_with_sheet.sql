-- Before the sheet they are about; the timeline before the referrals it names, those before their case.
create or replace function destruction_goes_with_sheet() returns text[] language sql immutable
  return array['case_entry', 'referral', 'case_file', 'recommendation', 'diagnosis_revision', 'candidate'];
