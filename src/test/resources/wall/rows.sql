-- Of everything the application may write to, a row of every kind of owner, beside the people of SmallNetwork.
update institution set confines_branches = true where code = 'minato-cci';
insert into institution (network, code, name, type, valid_to, successor)
values ('02', 'old-cci', '旧商工会議所', 'chamber', current_date - 10, 'minato-cci');
insert into branch (network, institution, code, name) values
  ('02', 'minato-cci', '本店', '本店'), ('02', 'minato-cci', '支店', '支店'), ('02', 'old-cci', '本店', '本店'),
  ('02', 'ringo-bank', '本店', '本店'), ('05', 'oga-bank', '本店', '本店');
insert into member (user_name, network, institution, role, display_name, branch) values
  ('minato-desk', '02', 'minato-cci', 'officer', '湊 窓', '本店'), ('kita-admin', '05', 'kita-cci', 'admin', '北 管', null);
create temporary table sheet as
select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid as id, s.* from (values
  (1, '02', 'minato-cci', '本店', 'minato-cci', false), (2, '02', 'minato-cci', '支店', 'minato-cci', false),
  (3, '02', 'minato-cci', null, 'minato-cci', true), (4, '02', 'ringo-bank', '本店', 'ringo-bank', false),
  -- opened in an emergency
  (5, '02', 'ringo-bank', '本店', 'ringo-bank', false),
  (6, '02', 'ringo-bank', null, 'ringo-bank', true), (7, '02', 'hotate-shinkin', null, 'secretariat', false),
  (8, '02', 'old-cci', '本店', 'old-cci', false), (9, '05', 'oga-bank', '本店', 'oga-bank', false),
  (10, '05', 'oga-bank', null, 'oga-bank', true)) s (n, network, institution, branch, entered_at, shared);
insert into diagnosis (id, network, institution, branch, entered_at, shared, questionnaire, questionnaire_version, status,
  revision, receipt, interviewed_on, enterprise_name, sort_name, search_key, search_grams, firm_key, leaf, leaf_state,
  off_branch, marks, recorded_at, recorded_by, changed_at)
select id, network, institution, branch, entered_at, shared, 'succession-diagnosis', '2016', 'recorded', 1, 'R' || n, '2019-10-15',
  '店' || n, '店' || n, '店' || n, '{}', 'x:' || n, 'A', 'clear', false, 'aa', now(), 'x', now() from sheet;
insert into diagnosis_revision select id, 1, 'recorded', '{"consents": []}', 'x', null, now(), 'x', 'x', institution from sheet;
insert into diagnosis_sheet (diagnosis, revision, network, institution, questionnaire, questionnaire_version, interviewed_on,
  leaf, marks, known_from)
select id, 1, network, institution, 'succession-diagnosis', '2016', '2019-10-15', 'A', 'aa', now() - interval '1 day' from sheet;
insert into recommendation select id, 1, 'x/1', 'x', now(), '{}', '{}' from sheet;
insert into consent_signature select id, 'center', 'x', network, institution, '[]', 1, 1, now(), now(), 'x', 'x' from sheet;
insert into candidate select id, network, institution, '後継', null, now(), 'x', 'x' from sheet;
insert into case_file (diagnosis, network, institution, branch, shared, state, opened_at, since)
select id, network, institution, branch, shared, 'review', now(), now() from sheet;
insert into desk (id, network, institution, kind, name, confirmed_on, confirmed_by) values
  ('00000000-0000-4000-8000-0000000000d2', '02', 'succession-center', 'center', '窓口', current_date, 'x'),
  ('00000000-0000-4000-8000-0000000000d5', '05', 'kita-cci', 'center', '窓口', current_date, 'x');
insert into provision (id, network, diagnosis, revision, from_institution, to_institution, recipient, basis, person, items, content,
  provided_at, provided_by, provided_by_name)
select ('00000000-0000-4000-8000-00000000a' || lpad(n::text, 3, '0'))::uuid, network, id, 1, institution,
  case network when '02' then 'succession-center' else 'kita-cci' end, 'center', 'consent', 'x', '{}', '{}', now(), 'x', 'x' from sheet;
-- The last of each network was handed to somebody else.
insert into institution (network, code, name, type) values ('02', 'other-center', 'ほか', 'center'), ('05', 'other-center', 'ほか', 'center');
insert into referral (id, diagnosis, network, from_institution, to_institution, desk, kind, state, requested_at, requested_by,
  requested_by_name, answer_by)
select ('00000000-0000-4000-8000-00000000b' || lpad(n::text, 3, '0'))::uuid, id, network, institution,
  case when n in (3, 10) then 'other-center' when network = '02' then 'succession-center' else 'kita-cci' end,
  case network when '02' then '00000000-0000-4000-8000-0000000000d2' else '00000000-0000-4000-8000-0000000000d5' end::uuid,
  'center', 'requested', now(), 'x', 'x', current_date + 5 from sheet;
update referral set recalled_at = now() where diagnosis = '00000000-0000-4000-8000-000000000006';
insert into case_entry (diagnosis, referral, network, by_user, by_name, by_institution, kind, meant_for)
select diagnosis, id, network, 'x', 'x', 'x', 'note', 'all' from referral;
insert into break_glass (id, network, diagnosis, institution, user_name, display_name, at_institution, reason)
select ('00000000-0000-4000-8000-00000000c' || lpad(n::text, 3, '0'))::uuid, network, id, institution,
  case network when '02' then 'coordinator' else 'kita-coordinator' end, 'x', case network when '02' then 'secretariat' else 'kita-cci' end,
  'x' from sheet where n in (1, 2, 5, 8, 9);
insert into device (id, network, institution, user_name, display_name, registered_at, last_contact_at, unsent)
select gen_random_uuid(), network, institution, user_name, 'x', now(), now(), 0 from member;
insert into queue_view select (jsonb_populate_record(null::queue_view, to_jsonb(v))).* from (
  select gen_random_uuid() as id, network, institution, user_name, 'x' as name, '' as filters, now() as made_at from member) v;
insert into outbox (network, kind, diagnosis, from_institution, to_house, once)
select network, 'contact', id, institution, true, 'x' || n from sheet;
insert into notice (event, network, user_name, role, institution, audience, kind, diagnosis, from_institution, at)
select o.id, m.network, m.user_name, m.role, m.institution, 'house', 'contact', o.diagnosis, o.from_institution, now()
from member m join outbox o on o.network = m.network where o.once in ('x1', 'x9');
insert into intake_run (id, network, institution, user_name, file_name, state, dry_run, mode, encoding, delimiter, unknown_columns,
  physical_lines, physical_lines_done, lines, accepted, recorded, unchanged, rejected_lines, flagged_lines, own_institution_lines,
  started_at, changed_at, version)
select gen_random_uuid(), network, institution, user_name, 'x', 'checked', true, 'good-lines', 'UTF-8', ',', '{}', 1, 1, 1, 1, 0, 0, 0,
  0, 0, now(), now(), 0 from member;
insert into webhook (id, network, name, url, kinds, secret, created_by)
values (gen_random_uuid(), '02', 'x', 'https://x', '{}', '', 'x'), (gen_random_uuid(), '05', 'x', 'https://x', '{}', '', 'x');
insert into firm_pair (network, one, other, kinds)
select a.network, a.id, b.id, 'n' from sheet a join sheet b on b.network = a.network and b.n > a.n
where (a.n, b.n) in ((3, 6), (1, 4), (9, 10));
drop table sheet;
do $$
begin
  if to_regclass('firm_pair_word') is not null then
    execute 'insert into firm_pair_word (id, pair, reason) select gen_random_uuid(), id, ''x'' from firm_pair';
  end if;
end $$
