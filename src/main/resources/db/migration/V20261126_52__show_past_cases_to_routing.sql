-- What routing looks at in each sheet that stands, and nothing that says whose it is: a new version of the rules is tried on
-- all sheets of the network, also on those whose names are closed to the secretariat. A view and not a function, for it is
-- read row by row. Kept from other roles as diagnosis_listed is, by its own conditions.
create view routing_past_case with (security_barrier) as
  select d.id, d.network, d.questionnaire, d.questionnaire_version, d.interviewed_on,
    jsonb_strip_nulls(jsonb_build_object(
      'questionnaire', r.content -> 'questionnaire',
      'interviewedOn', r.content -> 'interviewedOn',
      'answers', coalesce(r.content -> 'answers', '{}'),
      'enterprise', jsonb_build_object(
        'kind', r.content #> '{enterprise,kind}',
        'employees', r.content #> '{enterprise,employees}',
        'industry', r.content #> '{enterprise,industry}',
        'municipality', r.content #> '{enterprise,municipality}'),
      'representative', jsonb_build_object(
        'birthDate', r.content #> '{representative,birthDate}',
        'age', r.content #> '{representative,age}'),
      -- that there is an adviser, and not who
      'facts', case when r.content #>> '{facts,adviser}' ~ '[^[:space:]　]'
        then r.content -> 'facts' || '{"adviser": "x"}' else (r.content -> 'facts') - 'adviser' end,
      'supportWish', r.content -> 'supportWish',
      'consents', r.content -> 'consents'))::text as content,
    -- as it was when it was advised
    coalesce(a.open_case, false) as open_case,
    coalesce(a.institution_type, i.type) as institution_type
  from diagnosis d
  join diagnosis_revision r on r.diagnosis = d.id and r.revision = d.revision
  join institution i on i.network = d.network and i.code = d.institution
  -- taken out of its row here, for what a join carries it may have to write aside
  left join (
    select diagnosis, revision, (input ->> 'openCase')::boolean as open_case, input ->> 'institutionType' as institution_type
    from recommendation offset 0) a on a.diagnosis = d.id and a.revision = d.revision
  where d.network = (select viewer_network()) and d.status = 'recorded' and (select viewer_role()) = 'coordinator';
grant select on routing_past_case to ${app};
