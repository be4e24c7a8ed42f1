-- Tablets that keep sheets without a signal: whose each is, when it was last heard of, how much it has not sent, and
-- whether it was revoked. The device makes its own id; what it keeps lies on it, encrypted, and not here.
create table device (
  id uuid not null constraint device_pk primary key,
  network text not null,
  institution text not null,
  user_name text not null,
  display_name text not null,
  registered_at timestamptz not null,
  last_contact_at timestamptz not null,
  app_version text,
  unsent integer not null constraint device_counts_unsent check (unsent >= 0),
  oldest_unsent_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  revoked_by_name text,
  constraint device_institution_known foreign key (network, institution) references institution (network, code),
  constraint device_revoked_by_somebody check ((revoked_at is null) = (revoked_by is null))
);
create index device_of_institution on device (network, institution, last_contact_at);
alter table device enable row level security;
create policy device_of_person on device for select to ${app} using (
  network = (select viewer_network()) and user_name = (select viewer_user()));
create policy device_overseen on device for select to ${app} using (
  network = (select viewer_network()) and ((select viewer_role()) = 'admin'
    or (select viewer_role()) = 'manager' and institution = any ((select viewer_institutions())::text[])));
create policy device_register on device for insert to ${app} with check (
  network = (select viewer_network()) and institution = (select viewer_institution())
  and user_name = (select viewer_user()) and revoked_at is null);
-- A revoked one stays so.
create policy device_contact on device for update to ${app}
  using (network = (select viewer_network()) and user_name = (select viewer_user()) and revoked_at is null)
  with check (network = (select viewer_network()) and user_name = (select viewer_user()) and revoked_at is null);
create policy device_revoke on device for update to ${app}
  using (network = (select viewer_network()) and revoked_at is null and ((select viewer_role()) = 'admin'
    or (select viewer_role()) = 'manager' and institution = any ((select viewer_institutions())::text[])))
  with check (network = (select viewer_network()) and revoked_by = (select viewer_user()));
grant select, insert, update (institution, display_name, last_contact_at, app_version, unsent, oldest_unsent_at,
  revoked_at, revoked_by, revoked_by_name) on device to ${app};
