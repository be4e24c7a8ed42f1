-- 案件: what becomes of one diagnosis. It opens with the recommendation and carries what queues are sorted and counted by.
create table case_file (
  diagnosis uuid not null constraint case_file_pk primary key constraint case_file_diagnosis_known references diagnosis,
  network text not null,
  institution text not null,
  branch text,
  shared boolean not null,
  municipality text,
  leaf text,
  leaf_state text,
  firm_key text,
  state text not null
    constraint case_file_state_known check (state in ('review', 'missing', 'own', 'watch', 'referred', 'closed')),
  urgency text constraint case_file_urgency_known check (urgency in ('high', 'medium', 'low')),
  rank smallint not null
    generated always as (case urgency when 'high' then 3 when 'medium' then 2 when 'low' then 1 else 0 end) stored,
  -- as advised
  proposed text,
  additional text[] not null default '{}',
  gates text[] not null default '{}',
  rule text,
  rule_set text,
  opened_at timestamptz not null,
  -- since when it has been waiting in this state
  since timestamptz not null,
  -- by when it must have left this state, and when it is told to more people
  due_on date,
  second_on date,
  third_on date,
  review_on date,
  -- 差戻し: a desk sent it back
  returned boolean not null default false,
  -- 事務局 that works on it, until the lease ends
  holder text,
  holder_name text,
  held_until timestamptz,
  outcome text,
  closed_at timestamptz,
  version integer not null default 0,
  constraint case_file_closing_is_told check ((state = 'closed') = (closed_at is not null))
);
create index case_file_waiting on case_file (network, state, rank desc, due_on, since, diagnosis) where state <> 'closed';
create index case_file_of_institution on case_file (network, institution, state, rank desc, due_on, since, diagnosis)
  where state <> 'closed';
create index case_file_of_firm on case_file (network, firm_key) where state in ('review', 'referred');

alter table case_file enable row level security;
-- Without a consent it is the diagnosing institution's alone.
create policy case_file_read on case_file for select to ${app} using (
  network = (select viewer_network()) and (
    (select viewer_role()) = 'coordinator' and (shared or institution = (select viewer_institution()))
    or (select viewer_role()) in ('officer', 'manager') and institution = any ((select viewer_institutions())::text[])
      and ((select viewer_branch()) is null or branch = (select viewer_branch()))));
create policy case_file_change on case_file for update to ${app} using (
  network = (select viewer_network()) and (select viewer_role()) in ('officer', 'manager', 'coordinator'))
  with check (network = (select viewer_network()));
grant select on case_file to ${app};
grant update (state, urgency, proposed, additional, gates, rule, rule_set, since, due_on, second_on, third_on, review_on,
  returned, holder, holder_name, held_until, outcome, closed_at, version) on case_file to ${app};

-- What a sheet says of itself follows the sheet, whichever way it was changed.
create function case_file_follow_sheet() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update case_file set institution = new.institution, branch = new.branch, shared = new.shared,
      municipality = new.municipality, leaf = new.leaf, leaf_state = new.leaf_state, firm_key = new.firm_key
    where diagnosis = new.id;
    return null;
  end $$;
create trigger case_file_follows_sheet
  after update of institution, branch, shared, municipality, leaf, leaf_state, firm_key on diagnosis
  for each row when ((old.institution, old.branch, old.shared, old.municipality, old.leaf, old.leaf_state, old.firm_key)
    is distinct from (new.institution, new.branch, new.shared, new.municipality, new.leaf, new.leaf_state, new.firm_key))
  execute function case_file_follow_sheet();
