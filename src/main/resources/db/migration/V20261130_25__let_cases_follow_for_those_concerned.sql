-- The case follows its referrals: whoever moved one may not see the case, yet it must return to the secretariat or end.
-- The days are by when the secretariat must have looked at one that came back.
create or replace function case_follow_referrals(which uuid, due date, second date, third date) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare became text; last_one referral;
  begin
    perform from case_file where diagnosis = which and network = viewer_network() for update;
    if not found then
      return null;
    end if;
    -- Only for who has to do with it: the secretariat, whose case it is, whom it was handed to, recalled or not.
    if not coalesce(viewer_role() = 'coordinator'
        or viewer_role() in ('officer', 'manager') and exists (select from case_file c
          where c.diagnosis = which and c.institution = any (viewer_institutions()))
        or viewer_role() = 'consultant' and exists (select from referral r
          where r.diagnosis = which and r.to_institution = any (viewer_institutions())), false) then
      return null;
    end if;
    if exists (select from referral where diagnosis = which and state in ('requested', 'accepted', 'in-progress', 'on-hold')) then
      update case_file set state = 'referred', since = case state when 'referred' then since else now() end,
        due_on = null, second_on = null, third_on = null, returned = false, holder = null, holder_name = null,
        held_until = null, outcome = null, closed_at = null, version = version + 1
      where diagnosis = which and state <> 'referred';
      return 'referred';
    end if;
    select * into last_one from referral where diagnosis = which order by ended_at desc nulls last limit 1;
    if last_one.state = 'completed' then
      update case_file set state = 'closed', closed_at = now(), since = now(), outcome = last_one.outcome, due_on = null,
        second_on = null, third_on = null, holder = null, holder_name = null, held_until = null, version = version + 1
      where diagnosis = which and state = 'referred';
      became := 'closed';
    else
      update case_file set state = 'review', since = now(), returned = last_one.state <> 'cancelled', due_on = due,
        second_on = second, third_on = third, holder = null, holder_name = null, held_until = null, version = version + 1
      where diagnosis = which and state = 'referred';
      became := 'review';
    end if;
    return became;
  end $$;
