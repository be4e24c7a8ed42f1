-- What was advised for one revision of a sheet: by which rules, from which inputs, with its reasons as they were told.
-- Appended, never changed; an old case keeps the version that decided it.
create table recommendation (
  diagnosis uuid not null,
  revision integer not null,
  rule_set text not null,
  rule_set_checksum text not null,
  made_at timestamptz not null,
  input json not null,
  result json not null,
  constraint recommendation_pk primary key (diagnosis, revision),
  constraint recommendation_revision_known foreign key (diagnosis, revision) references diagnosis_revision on delete cascade
);
alter table recommendation enable row level security;
-- Without a consent it is the diagnosing institution's alone, also where the secretariat keyed the sheet in or looks at it
-- in an emergency.
create policy recommendation_read on recommendation for select to ${app} using (
  exists (select from diagnosis d where d.id = recommendation.diagnosis
    and (d.shared or (select viewer_role()) in ('officer', 'manager') or d.institution = (select viewer_institution()))));
create policy recommendation_append on recommendation for insert to ${app} with check (
  exists (select from diagnosis d where d.id = recommendation.diagnosis
    and (d.shared or (select viewer_role()) in ('officer', 'manager') or d.institution = (select viewer_institution()))));
grant select, insert on recommendation to ${app};
