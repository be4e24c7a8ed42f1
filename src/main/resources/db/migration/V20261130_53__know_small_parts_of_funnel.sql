-- With every part of the funnel: how many of its sheets lie closed to the secretariat, and whether they are one institution's.
-- A part of a few, or of one, is not shown by itself.
create or replace view funnel_sheet as
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
    (r.completed_at at time zone 'Asia/Tokyo')::date completed_on,
    -- whether it lies closed to the secretariat, figures aside
    not coalesce(c.shared, (select d.shared from diagnosis d where d.id = s.diagnosis))
      and s.institution <> (select viewer_institution()) closed
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

drop function report_funnel(text, date, date, jsonb, text);
create function report_funnel(of_questionnaire text, from_day date, to_day date, narrowed jsonb, by_what text)
  returns table (part text, step smallint, visited boolean, planned boolean, overridden boolean, stop text, reason text,
    outcome text, n bigint, closed bigint, first_institution text, last_institution text)
  language sql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
  set work_mem = '64MB' set jit = off set enable_sort = off as $$
    select case by_what
        when 'institutionType' then i.type
        when 'institution' then s.institution
        when 'area' then s.municipality
        when 'leaf' then s.leaf
        when 'kind' then s.kind
        when 'month' then to_char(s.interviewed_on, 'YYYY-MM') end,
      s.step, s.visited, s.planned, s.overridden, s.stop, s.reason, s.outcome, count(*),
      count(*) filter (where s.closed), min(s.institution collate "C"), max(s.institution collate "C")
    from funnel_asked(of_questionnaire, from_day, to_day, narrowed) s
    join institution i on i.network = s.network and i.code = s.institution
    where (viewer_role() <> 'analyst' or by_what <> 'institution' and narrowed ->> 'institution' is null)
    group by 1, 2, 3, 4, 5, 6, 7, 8
  $$;
revoke execute on function report_funnel(text, date, date, jsonb, text) from public;
grant execute on function report_funnel(text, date, date, jsonb, text) to ${app};
