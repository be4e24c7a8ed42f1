-- 緊急閲覧 is announced to the owning institution until somebody there has confirmed it. When it begins and ends is the
-- database's word, and so is whose case it is.
alter table break_glass alter column opened_at set default now(), alter column ends_at set default now() + interval '2 hours';
alter table break_glass add column confirmed_by text, add column confirmed_by_name text, add column confirmed_at timestamptz,
  add constraint break_glass_confirmed_by_somebody check ((confirmed_by is null) = (confirmed_at is null));
create index break_glass_by_institution on break_glass (network, institution, opened_at desc);
revoke insert on break_glass from ${app};
grant insert (id, network, diagnosis, institution, user_name, display_name, at_institution, reason),
  update (confirmed_by, confirmed_by_name, confirmed_at) on break_glass to ${app};

drop policy break_glass_own on break_glass;
create policy break_glass_own on break_glass for insert to ${app} with check (
  network = (select viewer_network()) and user_name = (select viewer_user()) and (select viewer_role()) = 'coordinator'
  and institution = (select l.institution from diagnosis_listed l where l.id = break_glass.diagnosis));
drop policy break_glass_read on break_glass;
create policy break_glass_read on break_glass for select to ${app} using (
  network = (select viewer_network()) and ((select viewer_role()) in ('coordinator', 'auditor')
    or (select viewer_role()) in ('officer', 'manager') and institution = any ((select viewer_institutions())::text[])));
drop policy break_glass_taken_over on break_glass;
create policy break_glass_confirm on break_glass for update to ${app} using (
  network = (select viewer_network()) and (select viewer_role()) in ('officer', 'manager')
  and institution = any ((select viewer_institutions())::text[]) and confirmed_at is null)
  with check (confirmed_by = (select viewer_user()));

-- A case opened in an emergency may be read, not changed.
drop policy diagnosis_change on diagnosis;
create policy diagnosis_change on diagnosis for update to ${app} using (
  network = (select viewer_network()) and (
    (select viewer_role()) = 'coordinator'
      and (shared or institution = (select viewer_institution()) or entered_at = (select viewer_institution()))
    or (select viewer_role()) in ('officer', 'manager') and institution = (select viewer_institution())
      and ((select viewer_branch()) is null or branch = (select viewer_branch()))))
  with check (network = (select viewer_network())
    and ((select viewer_role()) = 'coordinator'
      or (select viewer_role()) in ('officer', 'manager') and institution = (select viewer_institution())));
