-- Case and width of a user name do not make two people. Everywhere a name comes in it is spelled this one way
-- (organisation.UserName); the register takes no other. In the C collation, so that the letters of names become small in the
-- same way on every server: names are of ASCII (roster.Placement), and NFKC has made them so.
create function user_name_plain(name text) returns text language sql immutable strict parallel safe
  return lower(btrim(normalize(name, NFKC), E' \t\n\r\f\u000b') collate "C");
revoke execute on function user_name_plain(text) from public;
grant execute on function user_name_plain(text) to ${app};

do $$ begin
  if exists (select from member a join member b on a.network = b.network and a.role = b.role and a.id < b.id
      and a.user_name <> b.user_name and user_name_plain(a.user_name) = user_name_plain(b.user_name)
      and coalesce(a.valid_to, 'infinity') >= a.valid_from and coalesce(b.valid_to, 'infinity') >= b.valid_from
      and daterange(a.valid_from, a.valid_to, '[]') && daterange(b.valid_from, b.valid_to, '[]')) then
    raise exception 'the register holds user names that differ in case or width only, in the same role on the same days'
      using hint = 'End one of them on the pages of the register, then start again (docs/operations.md).';
  end if;
end $$;

update member set user_name = user_name_plain(user_name) where user_name <> user_name_plain(user_name);
alter table member add constraint member_user_name_is_plain check (user_name = user_name_plain(user_name));

-- Whatever is looked up by the name of whom it belongs to, or holds two names against each other.
update device set user_name = user_name_plain(user_name) where user_name <> user_name_plain(user_name);
update intake_run set user_name = user_name_plain(user_name) where user_name <> user_name_plain(user_name);
update break_glass set user_name = user_name_plain(user_name) where user_name <> user_name_plain(user_name);
update notice n set user_name = user_name_plain(user_name) where user_name <> user_name_plain(user_name)
  and not exists (select from notice o where o.event = n.event and o.role = n.role and o.user_name = user_name_plain(n.user_name));
update queue_view v set user_name = user_name_plain(user_name) where user_name <> user_name_plain(user_name)
  and not exists (select from queue_view o where o.network = v.network and o.name = v.name
    and o.user_name = user_name_plain(v.user_name));
update case_file set holder = user_name_plain(holder) where holder <> user_name_plain(holder);
update referral set holder = user_name_plain(holder) where holder <> user_name_plain(holder);
update rule_draft set sent_by = user_name_plain(sent_by) where state = 'draft' and sent_by <> user_name_plain(sent_by);
update destruction set prepared_by = user_name_plain(prepared_by)
  where state = 'prepared' and prepared_by <> user_name_plain(prepared_by);
