-- Figures of a few sheets that do not lie open to whoever asks are figures about somebody. So that they can be refused, it must
-- be known how many there are: of the secretariat's network all without consent. An emergency does not open them for figures.
create view report_closed as
  select d.id as diagnosis, d.network, d.institution, d.questionnaire, d.questionnaire_version as version, d.status,
    d.interviewed_on, d.interviewed_on - (extract(day from d.interviewed_on)::int - 1) as interviewed_in,
    d.municipality, d.industry, d.age, d.leaf
  from diagnosis d
  where d.network = (select viewer_network()) and (select viewer_role()) = 'coordinator'
    and not d.shared and d.institution <> (select viewer_institution()) and d.entered_at <> (select viewer_institution());
grant select on report_closed to ${app};

-- A trial of new rules sees the same sheets, and has to know which of them are closed.
create or replace view routing_past_case with (security_barrier) as
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
    coalesce(a.institution_type, i.type) as institution_type,
    not d.shared and d.institution <> (select viewer_institution()) and d.entered_at <> (select viewer_institution())
      as closed
  from diagnosis d
  join diagnosis_revision r on r.diagnosis = d.id and r.revision = d.revision
  join institution i on i.network = d.network and i.code = d.institution
  -- taken out of its row here, for what a join carries it may have to write aside
  left join (
    select diagnosis, revision, (input ->> 'openCase')::boolean as open_case, input ->> 'institutionType' as institution_type
    from recommendation offset 0) a on a.diagnosis = d.id and a.revision = d.revision
  where d.network = (select viewer_network()) and d.status = 'recorded' and (select viewer_role()) = 'coordinator';
