-- Before the revisions, which it names.
create or replace function destruction_goes_with_sheet() returns text[] language sql immutable
  return array['recommendation', 'diagnosis_revision', 'candidate'];
