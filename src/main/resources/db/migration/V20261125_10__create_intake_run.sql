-- One import: who sent which file, what was found in it, what was recorded. The file itself and the details lie on disk
-- for a day; this row stays.
create table intake_run (
  id uuid not null constraint intake_run_pk primary key,
  network text not null,
  institution text not null,
  user_name text not null,
  file_name text not null,
  state text not null constraint intake_run_state_known check (state in
    ('checking', 'checked', 'recording', 'recorded', 'failed')),
  dry_run boolean not null,
  mode text not null constraint intake_run_mode_known check (mode in ('all-or-nothing', 'good-lines')),
  encoding text not null,
  delimiter text not null,
  unknown_columns text[] not null,
  physical_lines integer not null,
  physical_lines_done integer not null,
  lines integer not null,
  accepted integer not null,
  recorded integer not null,
  unchanged integer not null,
  rejected_lines integer not null,
  flagged_lines integer not null,
  own_institution_lines integer not null,
  failure text constraint intake_run_failure_is_told check ((failure is not null) = (state = 'failed')),
  started_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null,
  constraint intake_run_institution_known foreign key (network, institution) references institution (network, code),
  constraint intake_run_adds_up check (accepted + rejected_lines = lines and recorded + unchanged <= accepted)
);
create index intake_run_by_person on intake_run (network, user_name, started_at desc);

grant select, insert, update on intake_run to ${app};
