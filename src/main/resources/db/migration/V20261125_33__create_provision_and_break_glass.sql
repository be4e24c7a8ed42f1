-- 第三者提供記録: what was given to whom, whose, on what basis, when. The content given is kept with it: a receiver sees
-- this and nothing else of the case.
create table provision (
  id uuid not null constraint provision_pk primary key,
  network text not null,
  diagnosis uuid not null constraint provision_diagnosis_known references diagnosis,
  revision integer not null,
  from_institution text not null,
  to_institution text not null,
  recipient text not null,
  basis text not null constraint provision_basis_known check (basis in ('consent', 'joint-use')),
  -- 本人: as written on the sheet at that moment
  person text not null,
  items text[] not null,
  content jsonb not null,
  consented_on date,
  consent_means text,
  consent_wording text,
  provided_at timestamptz not null,
  provided_by text not null,
  provided_by_name text not null,
  recalled_at timestamptz,
  recalled_because text,
  constraint provision_from_known foreign key (network, from_institution) references institution (network, code),
  constraint provision_to_known foreign key (network, to_institution) references institution (network, code),
  constraint provision_leaves_the_house check (from_institution <> to_institution),
  constraint provision_recall_has_reason check ((recalled_at is null) = (recalled_because is null))
);
create index provision_by_receiver on provision (network, to_institution, provided_at desc, id);
create index provision_by_diagnosis on provision (diagnosis);

-- 緊急閲覧: a coordinator opens a case without consent, for a stated reason and two hours.
create table break_glass (
  id uuid not null constraint break_glass_pk primary key,
  network text not null,
  diagnosis uuid not null constraint break_glass_diagnosis_known references diagnosis,
  institution text not null,
  user_name text not null,
  display_name text not null,
  at_institution text not null,
  reason text not null constraint break_glass_has_reason check (reason <> ''),
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  constraint break_glass_lasts_two_hours check (ends_at <= opened_at + interval '2 hours')
);
create index break_glass_by_diagnosis on break_glass (diagnosis, user_name, ends_at);
create index break_glass_by_month on break_glass (network, opened_at desc);
