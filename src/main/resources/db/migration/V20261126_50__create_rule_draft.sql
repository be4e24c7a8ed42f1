-- 取次の決まりの新しい版: sent by one person of the secretariat, tried on past cases, approved by another. The text is what
-- was sent, to the letter; the application checks it and writes down what is wrong with it.
create table rule_draft (
  id uuid not null constraint rule_draft_pk primary key,
  network text not null constraint rule_draft_network_known references network,
  -- where the sender works: those responsible there may approve
  institution text not null,
  state text not null constraint rule_draft_state_known check (state in ('draft', 'approved', 'withdrawn')),
  -- code and version, questionnaire and first day as the text says; null where it could not be read
  rule_set text,
  title text,
  questionnaire text,
  valid_from date,
  rules text not null,
  cases text not null,
  -- SHA-256 of both texts: what was tried is what is approved
  checksum text not null,
  -- [{"file", "line", "sentence"}], empty for a sound draft
  faults jsonb not null,
  sent_at timestamptz not null,
  sent_by text not null,
  sent_by_name text not null,
  approved_at timestamptz,
  approved_by text,
  approved_by_name text,
  approved_trial uuid,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_by_name text,
  withdrawn_because text,
  constraint rule_draft_takes_two check (approved_by <> sent_by),
  constraint rule_draft_is_approved_whole check (state <> 'approved' or approved_by is not null and approved_trial is not null
    and valid_from is not null and rule_set is not null and faults = '[]'),
  constraint rule_draft_withdrawal_is_told check (state <> 'withdrawn' or withdrawn_by is not null)
);
create index rule_draft_by_network on rule_draft (network, sent_at desc);
create unique index rule_draft_version_once on rule_draft (network, rule_set) where state = 'approved';
create unique index rule_draft_day_once on rule_draft (network, questionnaire, valid_from) where state = 'approved';

-- 試し運転: a draft run on the sheets of a period, beside the version it would replace. Counts only.
create table rule_trial (
  id uuid not null constraint rule_trial_pk primary key,
  draft uuid not null constraint rule_trial_draft_known references rule_draft,
  -- of the texts that were tried
  checksum text not null,
  -- what it was held against; null where the questionnaire had no rules
  base_rule_set text,
  base_checksum text,
  from_day date not null,
  until_day date not null,
  cases integer not null,
  changed integer not null,
  result jsonb not null,
  made_at timestamptz not null,
  made_by text not null,
  made_by_name text not null
);
create index rule_trial_by_draft on rule_trial (draft, made_at desc);
-- Which sheets would go elsewhere. Gone with their sheets; seen where these are.
create table rule_trial_move (
  trial uuid not null constraint rule_trial_move_trial_known references rule_trial on delete cascade,
  diagnosis uuid not null constraint rule_trial_move_diagnosis_known references diagnosis on delete cascade,
  before jsonb not null,
  after jsonb not null,
  constraint rule_trial_move_pk primary key (trial, diagnosis)
);
create index rule_trial_move_by_diagnosis on rule_trial_move (diagnosis);

alter table rule_draft enable row level security;
alter table rule_trial enable row level security;
alter table rule_trial_move enable row level security;
-- What is or was approved decides about everybody's sheets; what is only proposed is the secretariat's.
create policy rule_draft_read on rule_draft for select to ${app} using (
  network = (select viewer_network()) and (approved_by is not null or (select viewer_role()) = 'coordinator'
    or (select viewer_role()) = 'manager' and institution = (select viewer_institution())));
create policy rule_trial_read on rule_trial for select to ${app} using (
  exists (select from rule_draft d where d.id = rule_trial.draft and ((select viewer_role()) = 'coordinator'
    or (select viewer_role()) = 'manager' and d.institution = (select viewer_institution()))));
create policy rule_trial_move_read on rule_trial_move for select to ${app} using (
  exists (select from rule_trial t where t.id = rule_trial_move.trial)
  and exists (select from diagnosis d where d.id = rule_trial_move.diagnosis));
grant select on rule_draft, rule_trial, rule_trial_move to ${app};
