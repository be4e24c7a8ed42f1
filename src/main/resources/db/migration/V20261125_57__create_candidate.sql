-- 後継者候補の氏名: a second person, who usually was not told. Apart from the sheet and its revisions, seen by the officers
-- and managers of the diagnosing institution alone, really deleted when it is removed.
create table candidate (
  diagnosis uuid not null constraint candidate_pk primary key constraint candidate_diagnosis_known references diagnosis,
  network text not null,
  institution text not null,
  name text not null constraint candidate_has_name check (name <> ''),
  relation text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  constraint candidate_institution_known foreign key (network, institution) references institution (network, code)
);
alter table candidate enable row level security;
create policy candidate_of_own_sheets on candidate for all to ${app}
  using (network = (select viewer_network()) and institution = (select viewer_institution())
    and (select viewer_role()) in ('officer', 'manager')
    and exists (select from diagnosis d where d.id = candidate.diagnosis and d.institution = candidate.institution
      and d.network = candidate.network));
grant select, insert, delete, update (name, relation, recorded_at, recorded_by, recorded_by_name) on candidate to ${app};
