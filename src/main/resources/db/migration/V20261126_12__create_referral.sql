-- 取次: a case handed to a desk. Several may run beside each other. States after FHIR Task.
create table referral (
  id uuid not null constraint referral_pk primary key,
  diagnosis uuid not null constraint referral_case_known references case_file,
  network text not null,
  from_institution text not null,
  to_institution text not null,
  desk uuid not null constraint referral_desk_known references desk,
  kind text not null,
  state text not null constraint referral_state_known check (state in
    ('requested', 'accepted', 'rejected', 'in-progress', 'on-hold', 'completed', 'failed', 'cancelled')),
  -- both proposals are kept: what the rules said, and why somebody chose otherwise
  proposed text,
  override_reason text,
  urgency text,
  -- the record of what was given; none where nothing leaves the institution
  provision uuid constraint referral_provision_known references provision on delete set null,
  requested_at timestamptz not null,
  requested_by text not null,
  requested_by_name text not null,
  answer_by date not null,
  contact_by date,
  holder text,
  holder_name text,
  held_until timestamptz,
  accepted_at timestamptz,
  contacted_at timestamptz,
  visited_at timestamptz,
  planned_at timestamptz,
  on_hold_since date,
  ended_at timestamptz,
  reason text,
  outcome text,
  recalled_at timestamptz,
  version integer not null default 0,
  constraint referral_end_is_told check ((ended_at is not null) = (state in ('rejected', 'completed', 'failed', 'cancelled'))),
  constraint referral_without_success_has_reason check (reason is not null or state not in ('rejected', 'failed', 'cancelled')),
  constraint referral_completed_has_outcome check (outcome is not null or state <> 'completed'),
  constraint referral_to_known foreign key (network, to_institution) references institution (network, code)
);
create index referral_of_case on referral (diagnosis, requested_at);
create index referral_by_receiver on referral (network, to_institution, state, requested_at desc, id);
create index referral_by_sender on referral (network, from_institution, requested_at desc, id);
create unique index referral_one_open_a_desk on referral (diagnosis, desk)
  where state in ('requested', 'accepted', 'in-progress', 'on-hold');

alter table referral enable row level security;
create policy referral_read on referral for select to ${app} using (
  network = (select viewer_network()) and (
    (select viewer_role()) = 'consultant' and recalled_at is null
      and to_institution = any ((select viewer_institutions())::text[])
    or (select viewer_role()) in ('coordinator', 'officer', 'manager')
      and exists (select from case_file c where c.diagnosis = referral.diagnosis)));
create policy referral_make on referral for insert to ${app} with check (
  network = (select viewer_network()) and requested_by = (select viewer_user()) and (select viewer_role()) = 'coordinator'
  and exists (select from case_file c where c.diagnosis = referral.diagnosis and c.institution = referral.from_institution));
create policy referral_change on referral for update to ${app}
  using (network = (select viewer_network())) with check (network = (select viewer_network()));
grant select, insert on referral to ${app};
grant update (state, urgency, contact_by, holder, holder_name, held_until, accepted_at, contacted_at, visited_at, planned_at,
  on_hold_since, ended_at, reason, outcome, recalled_at, version) on referral to ${app};

-- The case's one timeline: appended, never changed. meant_for says who reads it beside whoever wrote it: 'office' the
-- secretariat, 'house' also the diagnosing institution, 'desk' the secretariat and the receiver, 'all' all three.
create table case_entry (
  id bigint generated always as identity constraint case_entry_pk primary key,
  diagnosis uuid not null constraint case_entry_case_known references case_file,
  referral uuid constraint case_entry_referral_known references referral,
  network text not null,
  at timestamptz not null default clock_timestamp(),
  by_user text,
  by_name text,
  by_institution text,
  kind text not null,
  from_state text,
  to_state text,
  -- codes: why, and what came of it
  reason text,
  outcome text,
  -- day it happened on, where that is not the day of the entry
  happened_on date,
  note text,
  meant_for text not null constraint case_entry_meant_for_known check (meant_for in ('office', 'house', 'desk', 'all'))
);
create index case_entry_of_case on case_entry (diagnosis, id);
create index case_entry_of_referral on case_entry (referral, id);
alter table case_entry enable row level security;
create policy case_entry_read on case_entry for select to ${app} using (
  network = (select viewer_network()) and (
    (select viewer_role()) = 'coordinator' and exists (select from case_file c where c.diagnosis = case_entry.diagnosis)
    or (select viewer_role()) in ('officer', 'manager') and meant_for in ('house', 'all')
      and exists (select from case_file c where c.diagnosis = case_entry.diagnosis)
    or (select viewer_role()) = 'consultant' and meant_for in ('desk', 'all')
      and exists (select from referral r where r.id = case_entry.referral)));
create policy case_entry_append on case_entry for insert to ${app} with check (
  network = (select viewer_network()) and by_user is not distinct from (select viewer_user())
  and by_institution is not distinct from (select viewer_institution())
  and (exists (select from case_file c where c.diagnosis = case_entry.diagnosis)
    or exists (select from referral r where r.id = case_entry.referral)));
grant select, insert on case_entry to ${app};
