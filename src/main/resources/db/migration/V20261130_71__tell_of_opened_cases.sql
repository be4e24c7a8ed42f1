-- What opens a case, and what ends one because the firm was interviewed again, is told as every other step is: a line in
-- the timeline, one in the trail, one in the outbox. All in the call that recording makes anyway. The trail's own trigger
-- says who and when, as for every entry.
drop function case_open(uuid, text, text, text, text[], text[], text, text, timestamptz, date, date, date, date);
create function case_open(which uuid, in_state text, with_urgency text, to_kind text, and_kinds text[], with_gates text[],
    by_rule text, of_rule_set text, at timestamptz, due date, second date, third date, review date, named text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare opened case_file; line bigint; gone record;
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
    on conflict do nothing returning * into opened;
    if opened is null then
      return false;
    end if;
    insert into case_entry (diagnosis, network, by_user, by_name, by_institution, kind, to_state, meant_for)
    values (which, opened.network, viewer_user(), named, viewer_institution(), 'opened', in_state, 'house')
    returning id into line;
    insert into trail (actor_name, action, subject_kind, subject, institution, details)
    values (named, 'moved', 'case', which, opened.institution, jsonb_build_object('move', 'opened', 'toState', in_state));
    -- Without a consent nobody would ever be told: not even an event is left for the relay.
    if opened.shared then
      perform outbox_step(line);
    end if;
    -- A firm that is not surely the same (neither its number nor all of name, municipality and person) is left alone.
    if opened.firm_key ~ '^(n:|k:[^|]+\|[^|]+\|.)' then
      for gone in
        update case_file set state = 'closed', closed_at = at, since = at, due_on = null, second_on = null, third_on = null,
          version = version + 1
        where network = opened.network and institution = opened.institution and firm_key = opened.firm_key
          and state = 'watch' and diagnosis <> which
        returning diagnosis, shared
      loop
        insert into case_entry (diagnosis, network, by_user, by_name, by_institution, kind, from_state, to_state, meant_for)
        values (gone.diagnosis, opened.network, viewer_user(), named, viewer_institution(), 'continued', 'watch', 'closed', 'house')
        returning id into line;
        insert into trail (actor_name, action, subject_kind, subject, institution, details)
        values (named, 'moved', 'case', gone.diagnosis, opened.institution,
          jsonb_build_object('move', 'continued', 'fromState', 'watch', 'toState', 'closed'));
        if gone.shared then
          perform outbox_step(line);
        end if;
      end loop;
    end if;
    return true;
  end $$;
revoke execute on function
  case_open(uuid, text, text, text, text[], text[], text, text, timestamptz, date, date, date, date, text) from public;
grant execute on function
  case_open(uuid, text, text, text, text[], text[], text, text, timestamptz, date, date, date, date, text) to ${app};
