-- Whoever is confined to a branch sees the figures of that branch. The branch of a sheet
-- may be corrected; each revision is counted under its own. Those there are already are counted under the latest.
alter table diagnosis_sheet add column branch text;
update diagnosis_sheet s set branch = d.branch from diagnosis d where d.id = s.diagnosis and d.branch is not null;
drop index diagnosis_sheet_for_reports;
create index diagnosis_sheet_for_reports on diagnosis_sheet (network, questionnaire, institution, interviewed_on)
  include (questionnaire_version, municipality, industry, age, leaf, marks, known_from, known_to, branch);

create or replace view report_sheet as
  select diagnosis, network, institution, questionnaire, questionnaire_version as version, interviewed_on, municipality,
    industry, age, leaf, marks, known_from, known_to
  from diagnosis_sheet
  where network = (select viewer_network()) and ((select viewer_role()) in ('coordinator', 'analyst')
    or (select viewer_role()) in ('officer', 'manager') and institution = (select viewer_institution())
      and ((select viewer_branch()) is null or branch = (select viewer_branch())));

-- The tally of the queue knows no branches: for whoever is confined to one it has no answer.
create or replace view case_counted as
  select c.scope, c.a, c.b, c.state, c.rank, c.returned, c.queue_due, c.n
  from (
    select network, scope, a, b, shared, state, rank, returned, queue_due, n from case_tally
    union all
    select d.network, s.scope, s.a, s.b, d.shared, d.state, d.rank, d.returned, d.queue_due, d.n
    from case_delta d cross join lateral case_scopes(d.institution, d.municipality, d.leaf, d.proposed) s) c
  where c.network = (select viewer_network()) and (
    (select viewer_role()) = 'coordinator' and c.shared
    or (select viewer_role()) in ('officer', 'manager') and (select viewer_branch()) is null and c.scope = 'institution'
      and c.a = any ((select viewer_institutions())::text[]));
