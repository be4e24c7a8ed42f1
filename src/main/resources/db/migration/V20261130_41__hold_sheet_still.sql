-- While somebody's page about a case is put together from several questions, its consents stand still: whoever takes one
-- back waits for that moment. Many may look at once.
create function sheet_hold_still(which uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
    select from diagnosis where id = which and network = viewer_network()
      and viewer_role() in ('officer', 'manager', 'coordinator', 'consultant') for share
  $$;
revoke execute on function sheet_hold_still(uuid) from public;
grant execute on function sheet_hold_still(uuid) to ${app};
