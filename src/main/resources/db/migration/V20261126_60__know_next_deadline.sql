-- The day a case waits for, whatever its state: the case's own, or the next one of its referrals (an answer of the desk,
-- a first contact). Infinity where nothing is waited for, so that it sorts and compares like any other day.
alter table case_file add column referral_due date;

create function referral_next_due(which uuid) returns date
  language sql stable security definer set search_path = public, pg_temp as $$
    select min(case when state = 'requested' then answer_by when state = 'accepted' and contacted_at is null then contact_by end)
    from referral where diagnosis = which
  $$;
revoke execute on function referral_next_due(uuid) from public;

update case_file set referral_due = referral_next_due(diagnosis) where state = 'referred';
alter table case_file add column queue_due date not null
  generated always as (coalesce(case state when 'referred' then referral_due else due_on end, 'infinity')) stored;

create function case_file_follow_deadlines() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare next_due date := referral_next_due(new.diagnosis);
  begin
    update case_file set referral_due = next_due
    where diagnosis = new.diagnosis and referral_due is distinct from next_due;
    return null;
  end $$;
revoke execute on function case_file_follow_deadlines() from public;
create trigger case_file_follows_new_referral after insert on referral
  for each row execute function case_file_follow_deadlines();
create trigger case_file_follows_deadlines after update of state, contact_by, contacted_at on referral
  for each row when ((old.state, old.contact_by, old.contacted_at) is distinct from (new.state, new.contact_by, new.contacted_at))
  execute function case_file_follow_deadlines();
