-- The owner's signature under a consent, as strokes: evidence, so appended and never changed. Signed anew, both stay and the
-- latest is shown.
create table consent_signature (
  diagnosis uuid not null constraint consent_signature_diagnosis_known references diagnosis,
  recipient text not null,
  content_hash text not null,
  network text not null,
  institution text not null,
  strokes jsonb not null,
  width integer not null constraint consent_signature_has_width check (width > 0),
  height integer not null constraint consent_signature_has_height check (height > 0),
  signed_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  constraint consent_signature_pk primary key (diagnosis, recipient, content_hash),
  constraint consent_signature_institution_known foreign key (network, institution) references institution (network, code)
);
alter table consent_signature enable row level security;
-- Within reach with its sheet.
create policy consent_signature_reach on consent_signature for select to ${app} using (
  exists (select from diagnosis d where d.id = consent_signature.diagnosis));
create policy consent_signature_append on consent_signature for insert to ${app} with check (
  recorded_by = (select viewer_user()) and exists (select from diagnosis d where d.id = consent_signature.diagnosis
    and d.network = consent_signature.network and d.institution = consent_signature.institution));
grant select, insert on consent_signature to ${app};
