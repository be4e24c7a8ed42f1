-- A case opens in the transaction that records its sheet, with its first line. What stands on the sheet is read from the
-- sheet; what the recommendation says is given. Opened again, nothing happens.
create function case_open(which uuid, in_state text, with_urgency text, to_kind text, and_kinds text[], with_gates text[],
    by_rule text, of_rule_set text, at timestamptz, due date, second date, third date, review date) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into case_file (diagnosis, network, institution, branch, shared, municipality, leaf, leaf_state, firm_key, state,
      urgency, proposed, additional, gates, rule, rule_set, opened_at, since, due_on, second_on, third_on, review_on)
    select d.id, d.network, d.institution, d.branch, d.shared, d.municipality, d.leaf, d.leaf_state, d.firm_key, in_state,
      with_urgency, to_kind, and_kinds, with_gates, by_rule, of_rule_set, at, at, due, second, third, review
    from diagnosis d
    where d.id = which and d.network = viewer_network() and d.status = 'recorded' and (
      viewer_role() in ('officer', 'manager') and d.institution = any (viewer_institutions())
      or viewer_role() = 'coordinator'
        and (d.shared or d.institution = viewer_institution() or d.entered_at = viewer_institution()))
    on conflict do nothing;
    if not found then
      return false;
    end if;
    insert into case_entry (diagnosis, network, by_user, by_name, by_institution, kind, to_state, meant_for)
    values (which, viewer_network(), viewer_user(), null, viewer_institution(), 'opened', in_state, 'house');
    return true;
  end $$;

-- G6: whether another case of the same firm is under way in the network. Says yes or no, not whose.
create function case_open_of_firm(firm text, except_of uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from case_file c
      where c.network = viewer_network() and c.firm_key = firm and c.diagnosis <> except_of and c.state in ('review', 'referred'))
  $$;

-- The case follows its referrals: whoever moved one may not see the case, yet it must return to the secretariat or end.
-- The days are by when the secretariat must have looked at one that came back.
create function case_follow_referrals(which uuid, due date, second date, third date) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare became text; last_one referral;
  begin
    perform from case_file where diagnosis = which and network = viewer_network() for update;
    if not found then
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

revoke execute on function
  case_open(uuid, text, text, text, text[], text[], text, text, timestamptz, date, date, date, date),
  case_open_of_firm(text, uuid), case_follow_referrals(uuid, date, date, date) from public;
grant execute on function
  case_open(uuid, text, text, text, text[], text[], text, text, timestamptz, date, date, date, date),
  case_open_of_firm(text, uuid), case_follow_referrals(uuid, date, date, date) to ${app};
