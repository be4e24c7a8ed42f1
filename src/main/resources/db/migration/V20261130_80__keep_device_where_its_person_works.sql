-- A device's word moves it along to where its person works now, and nowhere else.
drop policy device_contact on device;
create policy device_contact on device for update to ${app}
  using (network = (select viewer_network()) and user_name = (select viewer_user()) and revoked_at is null)
  with check (network = (select viewer_network()) and user_name = (select viewer_user()) and revoked_at is null
    and institution = (select viewer_institution()));
