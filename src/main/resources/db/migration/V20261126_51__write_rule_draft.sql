-- The only ways to change a draft. Days are Japanese days by the database's own clock.
create function rule_today() returns date language sql stable return (now() at time zone 'Asia/Tokyo')::date;

-- Whether the viewer may decide about a draft: the secretariat's people.
create function rule_draft_concerns(draft rule_draft) returns boolean language sql stable
  return draft.network = viewer_network() and (viewer_role() = 'coordinator'
    or viewer_role() = 'manager' and draft.institution = viewer_institution());

-- A new draft, or another text in place of one; whoever sent the text that stands is its sender. False where it stands
-- in force or was taken back.
create function rule_draft_send(which uuid, of_rule_set text, of_title text, of_questionnaire text, from_day date,
    rules_text text, cases_text text, of_checksum text, of_faults jsonb, named text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if viewer_role() is distinct from 'coordinator' then
      raise exception 'only the secretariat proposes rules' using errcode = '42501';
    end if;
    insert into rule_draft as known (id, network, institution, state, rule_set, title, questionnaire, valid_from, rules, cases,
      checksum, faults, sent_at, sent_by, sent_by_name)
    values (which, viewer_network(), viewer_institution(), 'draft', of_rule_set, of_title, of_questionnaire, from_day,
      rules_text, cases_text, of_checksum, of_faults, clock_timestamp(), viewer_user(), named)
    on conflict on constraint rule_draft_pk do update set institution = excluded.institution, rule_set = excluded.rule_set,
      title = excluded.title, questionnaire = excluded.questionnaire, valid_from = excluded.valid_from,
      rules = excluded.rules, cases = excluded.cases, checksum = excluded.checksum, faults = excluded.faults,
      sent_at = excluded.sent_at, sent_by = excluded.sent_by, sent_by_name = excluded.sent_by_name
    where known.state = 'draft' and known.network = viewer_network();
    return found;
  end $$;

create function rule_trial_keep(as_id uuid, of_draft uuid, of_checksum text, base text, base_sum text, from_d date,
    until_d date, n integer, n_changed integer, of_result jsonb, named text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if viewer_role() is distinct from 'coordinator'
        or not exists (select from rule_draft d where d.id = of_draft and d.network = viewer_network()) then
      raise exception 'only the secretariat tries rules' using errcode = '42501';
    end if;
    -- one report a draft: the last
    delete from rule_trial t where t.draft = of_draft
      and not exists (select from rule_draft d where d.id = of_draft and d.approved_trial = t.id);
    insert into rule_trial values (as_id, of_draft, of_checksum, base, base_sum, from_d, until_d, n, n_changed, of_result,
      clock_timestamp(), viewer_user(), named);
  end $$;

create function rule_trial_keep_moves(of_trial uuid, ids uuid[], befores jsonb[], afters jsonb[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if viewer_role() is distinct from 'coordinator' or not exists (select from rule_trial t
        join rule_draft d on d.id = t.draft where t.id = of_trial and d.network = viewer_network()
        and t.made_by = viewer_user()) then
      raise exception 'only the secretariat tries rules' using errcode = '42501';
    end if;
    insert into rule_trial_move select of_trial, m.id, m.before, m.after
    from unnest(ids, befores, afters) m (id, before, after)
    where exists (select from diagnosis x where x.id = m.id and x.network = viewer_network());
  end $$;

-- A second person's word, about the text that was tried and no other.
create function rule_draft_approve(which uuid, of_trial uuid, named text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update rule_draft d set state = 'approved', approved_at = clock_timestamp(), approved_by = viewer_user(),
      approved_by_name = named, approved_trial = of_trial
    where d.id = which and d.state = 'draft' and d.faults = '[]' and d.valid_from > rule_today()
      and d.sent_by <> viewer_user() and rule_draft_concerns(d)
      and exists (select from rule_trial t where t.id = of_trial and t.draft = d.id and t.checksum = d.checksum);
    return found;
  end $$;

-- Before its first day, for a version that decided anything stays.
create function rule_draft_withdraw(which uuid, because text, named text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update rule_draft d set state = 'withdrawn', withdrawn_at = clock_timestamp(), withdrawn_by = viewer_user(),
      withdrawn_by_name = named, withdrawn_because = because
    where d.id = which and rule_draft_concerns(d)
      and (d.state = 'draft' or d.state = 'approved' and d.valid_from > rule_today());
    return found;
  end $$;

revoke execute on function rule_today(), rule_draft_concerns(rule_draft),
  rule_draft_send(uuid, text, text, text, date, text, text, text, jsonb, text),
  rule_trial_keep(uuid, uuid, text, text, text, date, date, integer, integer, jsonb, text),
  rule_trial_keep_moves(uuid, uuid[], jsonb[], jsonb[]), rule_draft_approve(uuid, uuid, text),
  rule_draft_withdraw(uuid, text, text) from public;
grant execute on function rule_draft_send(uuid, text, text, text, date, text, text, text, jsonb, text),
  rule_trial_keep(uuid, uuid, text, text, text, date, date, integer, integer, jsonb, text),
  rule_trial_keep_moves(uuid, uuid[], jsonb[], jsonb[]), rule_draft_approve(uuid, uuid, text),
  rule_draft_withdraw(uuid, text, text) to ${app};
