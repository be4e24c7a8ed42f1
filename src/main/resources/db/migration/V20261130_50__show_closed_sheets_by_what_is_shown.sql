-- A sheet whose owner did not agree is one anonymous line to the secretariat. Whatever could be asked of it and is not on
-- that line would be answered by whether the line turns up, and where: the day, the age, every answer, one question at a time.
-- So nothing else of it can be asked. The month of the interview is what the line shows of its day.
create view diagnosis_closed as
  select d.id, d.network, d.institution, d.questionnaire, d.questionnaire_version, d.status, d.revision,
    d.interviewed_on - (extract(day from d.interviewed_on)::int - 1) as interviewed_in,
    d.leaf, d.leaf_state, d.off_branch
  from diagnosis d
  where d.network = (select viewer_network()) and (select viewer_role()) = 'coordinator'
    and not d.shared and d.institution <> (select viewer_institution()) and d.entered_at <> (select viewer_institution())
    and d.id not in (select b.diagnosis from break_glass b where b.user_name = (select viewer_user()) and b.ends_at > now());
grant select on diagnosis_closed to ${app};

-- In the order of the list, by month and by a number that says nothing; with what figures are narrowed by, so that they
-- learn from the index alone how many closed sheets they are about.
create index diagnosis_closed_by_month on diagnosis (network, (interviewed_on - (extract(day from interviewed_on)::int - 1)) desc, id desc)
  include (institution, entered_at, interviewed_on, municipality, industry, age, leaf, leaf_state, questionnaire,
    questionnaire_version, status, off_branch)
  where not shared;

-- The same, with both kinds: for what is known by its id (pairs, emergencies, holds).
create or replace view diagnosis_listed as
  select l.id, l.network, l.institution, l.questionnaire, l.questionnaire_version, l.status, l.revision,
    case when l.open then l.interviewed_on end interviewed_on,
    case when l.open then l.municipality end municipality,
    case when l.open then l.industry end industry,
    case when l.open then l.age end age,
    l.leaf, l.leaf_state, l.off_branch,
    case when l.open then l.marks end marks,
    l.open,
    case when l.open then l.receipt end receipt,
    case when l.open then l.reference end reference,
    case when l.open then l.enterprise_name end enterprise_name,
    case when l.open then l.enterprise_kana end enterprise_kana,
    case when l.open then l.corporate_number end corporate_number,
    case when l.open then l.representative_name end representative_name,
    case when l.open then l.recorded_at end recorded_at,
    l.interviewed_on - (extract(day from l.interviewed_on)::int - 1) as interviewed_in
  from (select d.*, d.shared or d.institution = (select viewer_institution()) or d.entered_at = (select viewer_institution())
      or d.id in (select b.diagnosis from break_glass b where b.user_name = (select viewer_user()) and b.ends_at > now()) as open
    from diagnosis d
    where d.network = (select viewer_network()) and (select viewer_role()) = 'coordinator') l;
