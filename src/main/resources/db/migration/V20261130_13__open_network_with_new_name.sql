-- As V20261125_54; the first admin's name is spelled the one way and must not be another network's.
create or replace function network_open(code text, name text, institution_code text, institution_name text, institution_type text,
    admin_user text, admin_name text) returns void
  language plpgsql set search_path = public, pg_temp as $$
  declare admin_plain text := user_name_plain(admin_user);
  begin
    insert into network values (code, name);
    insert into institution (network, code, name, type) values (code, institution_code, institution_name, institution_type);
    insert into member (user_name, network, institution, role, display_name, valid_from)
    values (admin_plain, code, institution_code, 'admin', admin_name, (now() at time zone 'Asia/Tokyo')::date);
    insert into trail (network, action, subject_kind, subject, institution, details)
    values (code, 'reach-changed', 'member', admin_plain, institution_code, '{"networkOpened": true, "role": "admin"}');
  end $$;
revoke execute on function network_open(text, text, text, text, text, text, text) from public;

-- Settles whose a name is: gives it to a network, or (null) sets it free. Memberships of it elsewhere end the day before;
-- one that has just begun never held. Only the owner of the tables may, for it is between networks. Both read why.
create function user_name_move(which text, to_network text, because text) returns void
  language plpgsql set search_path = public, pg_temp as $$
  declare plain text := user_name_plain(which); concerned text;
    today date := (now() at time zone 'Asia/Tokyo')::date;
  begin
    if coalesce(btrim(because), '') = '' then
      raise exception 'say why: the trail of every network concerned tells it';
    end if;
    for concerned in
      select c.network from user_name_claim c where c.user_name = plain and c.network is not null
      union select m.network from member m where m.user_name = plain and coalesce(m.valid_to, 'infinity') >= today
      union select to_network where to_network is not null order by 1 loop
      insert into trail (network, action, subject_kind, subject, details)
      values (concerned, 'reach-changed', 'member', plain,
        jsonb_build_object('nameMoved', coalesce(concerned = to_network, false), 'because', because));
    end loop;
    update member set valid_to = greatest(today, valid_from) - 1
    where user_name = plain and network is distinct from to_network and coalesce(valid_to, 'infinity') >= today;
    delete from user_name_claim where user_name = plain;
    if to_network is not null then
      insert into user_name_claim (user_name, network) values (plain, to_network);
    end if;
  end $$;
revoke execute on function user_name_move(text, text, text) from public;
