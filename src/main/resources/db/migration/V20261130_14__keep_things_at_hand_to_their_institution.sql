-- An import, its files and what was found in them belong to the institution they were made in, not to whoever made them:
-- who has moved takes nothing along.
drop policy intake_run_own on intake_run;
create policy intake_run_own on intake_run to ${app}
  using (network = (select viewer_network()) and institution = (select viewer_institution())
    and user_name = (select viewer_user()))
  with check (network = (select viewer_network()) and institution = (select viewer_institution())
    and user_name = (select viewer_user()));
drop index intake_run_by_person;
create index intake_run_by_person on intake_run (network, institution, user_name, started_at desc);

alter table queue_view add column institution text;
update queue_view v set institution = (
  select m.institution from member m where m.network = v.network and m.user_name = v.user_name
  order by m.valid_from <= (v.made_at at time zone 'Asia/Tokyo')::date desc, m.valid_from desc limit 1);
delete from queue_view where institution is null;
alter table queue_view alter column institution set not null,
  add constraint queue_view_institution_known foreign key (network, institution) references institution (network, code),
  drop constraint queue_view_named_once,
  add constraint queue_view_named_once unique (network, institution, user_name, name);
drop policy queue_view_of_person on queue_view;
create policy queue_view_of_person on queue_view to ${app}
  using (network = (select viewer_network()) and institution = (select viewer_institution())
    and user_name = (select viewer_user()))
  with check (network = (select viewer_network()) and institution = (select viewer_institution())
    and user_name = (select viewer_user()));
