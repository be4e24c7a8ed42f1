-- 取次の行方. How far each sheet got, one row a sheet: read by the two functions below and by nobody else, for what becomes of
-- single cases is closed to those who see figures only. Which sheets, and for whom, is report_sheet's to say, so that the
-- funnel begins with the very number the tables have.
create view funnel_sheet as
  select s.network, s.institution, s.questionnaire, s.interviewed_on, s.municipality, s.industry, s.age, s.leaf,
    -- to whom it went last; to whom the rules would have sent it, where it went to nobody
    coalesce(r.kind, c.proposed) kind,
    (case
      when r.completed_at is not null then 6
      when r.planned_at is not null then 5
      when r.visited_at is not null then 4
      when r.accepted_at is not null then 3
      when r.diagnosis is not null then 2
      when coalesce(c.shared, (select d.shared from diagnosis d where d.id = s.diagnosis)) then 1
      else 0 end)::smallint step,
    r.visited_at is not null visited,
    r.planned_at is not null planned,
    coalesce(r.overridden, false) overridden,
    -- where it stands, which is why it got no further
    case
      when r.completed_at is not null then 'completed'
      when r.diagnosis is not null then coalesce(r.open_state, r.last_state)
      else coalesce(c.state, 'none') end stop,
    case when r.completed_at is null and r.open_state is null then r.last_reason end reason,
    case when r.completed_at is not null then r.outcome when c.state = 'closed' then c.outcome end outcome,
    (r.requested_at at time zone 'Asia/Tokyo')::date referred_on,
    (r.accepted_at at time zone 'Asia/Tokyo')::date accepted_on,
    (r.visited_at at time zone 'Asia/Tokyo')::date visited_on,
    (r.planned_at at time zone 'Asia/Tokyo')::date planned_on,
    (r.completed_at at time zone 'Asia/Tokyo')::date completed_on
  from report_sheet s
  left join case_file c on c.diagnosis = s.diagnosis
  left join (
    select diagnosis, min(requested_at) requested_at, min(accepted_at) accepted_at, min(visited_at) visited_at,
      min(planned_at) planned_at, min(ended_at) filter (where state = 'completed') completed_at,
      bool_or(override_reason is not null) overridden,
      (array_agg(kind order by requested_at desc, id))[1] kind,
      (array_agg(outcome order by ended_at desc, id) filter (where state = 'completed'))[1] outcome,
      (array_agg(state order by case state when 'in-progress' then 1 when 'on-hold' then 2 when 'accepted' then 3 else 4 end)
        filter (where ended_at is null))[1] open_state,
      (array_agg(state order by ended_at desc, id) filter (where ended_at is not null))[1] last_state,
      (array_agg(reason order by ended_at desc, id) filter (where ended_at is not null))[1] last_reason
    from referral
    where network = (select viewer_network())
    group by diagnosis) r on r.diagnosis = s.diagnosis
  where s.known_to = 'infinity';

-- The sheets asked for; what narrows comes as one object, and what is absent from it narrows nothing. No wall of its own and
-- no settings, so that it melts into the two that call it.
create function funnel_asked(of_questionnaire text, from_day date, to_day date, narrowed jsonb) returns setof funnel_sheet
  language sql stable as $$
    select s.* from funnel_sheet s
    where s.questionnaire = of_questionnaire and s.interviewed_on between from_day and to_day
      and (narrowed ->> 'institution' is null or s.institution = narrowed ->> 'institution')
      and (narrowed ->> 'institutionType' is null or s.institution in (
        select i.code from institution i where i.network = (select viewer_network()) and i.type = narrowed ->> 'institutionType'))
      and (narrowed ->> 'municipality' is null or s.municipality = narrowed ->> 'municipality')
      and (narrowed -> 'municipalities' is null or narrowed -> 'municipalities' ? s.municipality)
      and (narrowed ->> 'industry' is null or s.industry like (narrowed ->> 'industry') || '%')
      and (narrowed ->> 'ageFrom' is null or s.age >= (narrowed ->> 'ageFrom')::int)
      and (narrowed ->> 'ageTo' is null or s.age <= (narrowed ->> 'ageTo')::int)
      and (narrowed ->> 'leaf' is null or s.leaf = narrowed ->> 'leaf')
      and (narrowed ->> 'kind' is null or s.kind = narrowed ->> 'kind')
  $$;

-- Counts, in parts: by type of institution, institution, municipality, leaf, kind of desk or month; all in one part else.
-- Figures of single institutions are for themselves and the secretariat. The planner takes a year for a few sheets and
-- would sort them all by eight texts: hashing them took a third less time over 250,000.
create function report_funnel(of_questionnaire text, from_day date, to_day date, narrowed jsonb, by_what text)
  returns table (part text, step smallint, visited boolean, planned boolean, overridden boolean, stop text, reason text,
    outcome text, n bigint)
  language sql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
  set work_mem = '64MB' set jit = off set enable_sort = off as $$
    select case by_what
        when 'institutionType' then i.type
        when 'institution' then s.institution
        when 'area' then s.municipality
        when 'leaf' then s.leaf
        when 'kind' then s.kind
        when 'month' then to_char(s.interviewed_on, 'YYYY-MM') end,
      s.step, s.visited, s.planned, s.overridden, s.stop, s.reason, s.outcome, count(*)
    from funnel_asked(of_questionnaire, from_day, to_day, narrowed) s
    join institution i on i.network = s.network and i.code = s.institution
    where (viewer_role() <> 'analyst' or by_what <> 'institution' and narrowed ->> 'institution' is null)
    group by 1, 2, 3, 4, 5, 6, 7, 8
  $$;

-- Business days from one step to the next, of the sheets that have both on record: step 7 is from the interview to the end.
-- worked holds, for each day from its first on, how many business days there were until then.
create function report_funnel_ages(of_questionnaire text, from_day date, to_day date, narrowed jsonb, first_day date,
    worked integer[])
  returns table (step integer, n bigint, median integer, ninetieth integer)
  language sql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
  set work_mem = '64MB' set jit = off as $$
    select span.step, count(*), percentile_disc(0.5) within group (order by span.days),
      percentile_disc(0.9) within group (order by span.days)
    from funnel_asked(of_questionnaire, from_day, to_day, narrowed) s
    cross join lateral (
      select v.step, greatest(0, worked[v.ends - first_day + 1] - worked[v.begins - first_day + 1]) days
      from (values (2, s.interviewed_on, s.referred_on), (3, s.referred_on, s.accepted_on),
        (4, s.accepted_on, s.visited_on), (5, s.visited_on, s.planned_on), (6, s.planned_on, s.completed_on),
        (7, s.interviewed_on, s.completed_on)) v(step, begins, ends)
      where v.begins is not null and v.ends is not null) span
    where s.step >= 2 and (viewer_role() <> 'analyst' or narrowed ->> 'institution' is null)
    group by span.step
  $$;

revoke execute on function funnel_asked(text, date, date, jsonb), report_funnel(text, date, date, jsonb, text),
  report_funnel_ages(text, date, date, jsonb, date, integer[]) from public;
grant execute on function report_funnel(text, date, date, jsonb, text),
  report_funnel_ages(text, date, date, jsonb, date, integer[]) to ${app};
