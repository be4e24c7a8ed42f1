-- One order of locks for everybody who moves a case, or ends it: the sheet, then the case, then its referrals. Whoever
-- moves a referral may not see the case, and whoever hands over changes nothing in the sheet, so both are held here for
-- them. Nothing is told; the row's own walls still decide what may be read and changed afterwards. Only who may move cases
-- holds any: nobody else could make them wait.
create function case_lock(which uuid, with_sheet boolean) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if viewer_network() is null or viewer_role() not in ('officer', 'manager', 'coordinator', 'consultant') then
      return;
    end if;
    if with_sheet then
      perform from diagnosis where id = which and network = viewer_network() for no key update;
    end if;
    perform from case_file where diagnosis = which and network = viewer_network() for no key update;
  end $$;
revoke execute on function case_lock(uuid, boolean) from public;
grant execute on function case_lock(uuid, boolean) to ${app};
