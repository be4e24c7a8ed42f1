-- The second wall. The application asks within reach; where it forgets to, this says no.
alter table diagnosis enable row level security;
create policy diagnosis_own on diagnosis for select to ${app} using (
  network = (select viewer_network()) and institution = (select viewer_institution())
  and (select viewer_role()) in ('officer', 'manager', 'coordinator')
  and ((select viewer_branch()) is null or branch = (select viewer_branch())));
create policy diagnosis_shared on diagnosis for select to ${app} using (
  network = (select viewer_network()) and (select viewer_role()) = 'coordinator'
  and (shared or entered_at = (select viewer_institution())));
create policy diagnosis_glass_broken on diagnosis for select to ${app} using (
  network = (select viewer_network()) and (select viewer_role()) = 'coordinator'
  and exists (select from break_glass b
    where b.diagnosis = diagnosis.id and b.user_name = (select viewer_user()) and b.ends_at > now()));
create policy diagnosis_record on diagnosis for insert to ${app} with check (
  network = (select viewer_network()) and entered_at = (select viewer_institution())
  and ((select viewer_role()) = 'coordinator'
    or (select viewer_role()) in ('officer', 'manager') and institution = (select viewer_institution())
      and ((select viewer_branch()) is null or branch = (select viewer_branch()))));
-- What may be seen may be corrected; nothing moves to another institution or network.
create policy diagnosis_change on diagnosis for update to ${app} using (network = (select viewer_network()))
  with check (network = (select viewer_network())
    and ((select viewer_role()) = 'coordinator'
      or (select viewer_role()) in ('officer', 'manager') and institution = (select viewer_institution())));

-- A revision is within reach with its sheet.
alter table diagnosis_revision enable row level security;
create policy diagnosis_revision_reach on diagnosis_revision for select to ${app} using (
  exists (select from diagnosis d where d.id = diagnosis_revision.diagnosis));
create policy diagnosis_revision_append on diagnosis_revision for insert to ${app} with check (
  made_by = (select viewer_user()) and made_at_institution = (select viewer_institution()));

alter table diagnosis_sheet enable row level security;
create policy diagnosis_sheet_reach on diagnosis_sheet for all to ${app}
  using (network = (select viewer_network()) and ((select viewer_role()) = 'coordinator'
    or (select viewer_role()) in ('officer', 'manager') and institution = (select viewer_institution())));

alter table break_glass enable row level security;
create policy break_glass_own on break_glass for insert to ${app} with check (
  network = (select viewer_network()) and user_name = (select viewer_user()) and (select viewer_role()) = 'coordinator');
-- The owning institution, the secretariat and the auditor may know who looked.
create policy break_glass_read on break_glass for select to ${app} using (
  network = (select viewer_network()) and ((select viewer_role()) in ('coordinator', 'auditor')
    or (select viewer_role()) = 'manager' and institution = (select viewer_institution())));
grant select, insert on break_glass to ${app};

-- Who gave, who received, and the secretariat that arranges it; a recalled one is out of the receiver's sight.
alter table provision enable row level security;
create policy provision_read on provision for select to ${app} using (
  network = (select viewer_network()) and (
    (select viewer_role()) = 'consultant' and to_institution = (select viewer_institution()) and recalled_at is null
    or (select viewer_role()) in ('officer', 'manager') and from_institution = (select viewer_institution())
    or (select viewer_role()) = 'coordinator'));
create policy provision_make on provision for insert to ${app} with check (
  network = (select viewer_network()) and provided_by = (select viewer_user())
  and ((select viewer_role()) = 'coordinator'
    or (select viewer_role()) in ('officer', 'manager') and from_institution = (select viewer_institution())));
create policy provision_recall on provision for update to ${app} using (
  network = (select viewer_network()) and ((select viewer_role()) = 'coordinator'
    or (select viewer_role()) in ('officer', 'manager') and from_institution = (select viewer_institution())));
grant select, insert, update (recalled_at, recalled_because) on provision to ${app};

alter table intake_run enable row level security;
create policy intake_run_own on intake_run for all to ${app}
  using (network = (select viewer_network()) and user_name = (select viewer_user()));

-- Finding by parts of names needs an index that row-level security would keep the planner from, so these two views run as
-- their owner and carry the same conditions themselves. First what lies open to the viewer:
create view diagnosis_open as
  select d.* from diagnosis d
  where d.network = (select viewer_network()) and (
    (select viewer_role()) in ('officer', 'manager', 'coordinator') and d.institution = (select viewer_institution())
      and ((select viewer_branch()) is null or d.branch = (select viewer_branch()))
    or (select viewer_role()) = 'coordinator' and (d.shared or d.entered_at = (select viewer_institution())
      or d.id in (select b.diagnosis from break_glass b where b.user_name = (select viewer_user()) and b.ends_at > now())));

-- then, for the secretariat, every row of the network, the closed ones without anything that says whose they are.
create view diagnosis_listed as
  select l.id, l.network, l.institution, l.questionnaire, l.questionnaire_version, l.status, l.revision, l.interviewed_on,
    l.municipality, l.industry, l.age, l.leaf, l.leaf_state, l.off_branch, l.marks, l.open,
    case when l.open then l.receipt end receipt,
    case when l.open then l.reference end reference,
    case when l.open then l.enterprise_name end enterprise_name,
    case when l.open then l.enterprise_kana end enterprise_kana,
    case when l.open then l.corporate_number end corporate_number,
    case when l.open then l.representative_name end representative_name,
    case when l.open then l.recorded_at end recorded_at
  from (select d.*, d.shared or d.institution = (select viewer_institution()) or d.entered_at = (select viewer_institution())
      or d.id in (select b.diagnosis from break_glass b where b.user_name = (select viewer_user()) and b.ends_at > now()) as open
    from diagnosis d
    where d.network = (select viewer_network()) and (select viewer_role()) = 'coordinator') l;
grant select on diagnosis_open, diagnosis_listed to ${app};

-- Imports ask what is recorded already, also of sheets that the importer may not see: they learn an id they sent and a
-- hash, a number they sent, a day. Planned anew every time, for a table being filled has no statistics.
create function diagnosis_recorded_hashes(ids uuid[]) returns table (diagnosis uuid, content_hash text)
  language sql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
    select r.diagnosis, r.content_hash from unnest(ids) i(id)
    cross join lateral (
      select v.diagnosis, v.content_hash from diagnosis_revision v where v.diagnosis = i.id offset 0) r
    cross join lateral (
      select x.network, x.institution from diagnosis x where x.id = r.diagnosis offset 0) d
    where d.network = viewer_network()
      and (viewer_role() = 'coordinator' or d.institution = viewer_institution())
  $$;
create function diagnosis_recorded_references(institutions text[], numbers text[])
  returns table (institution text, reference text)
  language sql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
    select d.institution, d.reference from unnest(institutions, numbers) i(institution, reference)
    cross join lateral (
      select x.network, x.institution, x.reference from diagnosis x where x.reference = i.reference offset 0) d
    where d.institution = i.institution and d.network = viewer_network()
      and (viewer_role() = 'coordinator' or d.institution = viewer_institution())
  $$;
create function diagnosis_recorded_firms(keys text[])
  returns table (firm_key text, diagnosis uuid, institution text, interviewed_on date)
  language sql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
    select d.firm_key, d.id, d.institution, d.interviewed_on from unnest(keys) i(key)
    cross join lateral (
      select x.firm_key, x.network, x.status, x.id, x.institution, x.interviewed_on from diagnosis x
      where x.firm_key = i.key limit 200) d
    where d.network = viewer_network() and d.status = 'recorded'
      and (viewer_role() = 'coordinator' or d.institution = viewer_institution())
  $$;
revoke execute on function diagnosis_recorded_hashes(uuid[]), diagnosis_recorded_references(text[], text[]),
  diagnosis_recorded_firms(text[]) from public;
grant execute on function diagnosis_recorded_hashes(uuid[]), diagnosis_recorded_references(text[], text[]),
  diagnosis_recorded_firms(text[]) to ${app};

-- Figures: of the own institution, or of the network for those who answer for it.
create or replace view report_sheet as
  select diagnosis, network, institution, questionnaire, questionnaire_version as version, interviewed_on, municipality,
    industry, age, leaf, marks, known_from, known_to
  from diagnosis_sheet
  where network = (select viewer_network()) and ((select viewer_role()) in ('coordinator', 'analyst')
    or (select viewer_role()) in ('officer', 'manager') and institution = (select viewer_institution()));
create or replace view report_month_cell as
  select network, questionnaire, version, month, cell, n from report_tally
  where network = (select viewer_network()) and (select viewer_role()) in ('coordinator', 'analyst')
  union all
  select network, questionnaire, version, month, cell, n
  from (select network, questionnaire, version, month, marks, decade, sum(n)::bigint n
        from report_delta
        where network = (select viewer_network()) and (select viewer_role()) in ('coordinator', 'analyst')
        group by 1, 2, 3, 4, 5, 6) pending
  cross join lateral report_cells(marks, decade);
revoke select on report_tally, report_delta from ${app};
