-- A new network with the institution and the person that begin it. Only the owner of the tables may: it belongs to no
-- network yet, so no admin could. Everything else is then done by that admin on the pages.
create function network_open(code text, name text, institution_code text, institution_name text, institution_type text,
    admin_user text, admin_name text) returns void
  language plpgsql set search_path = public, pg_temp as $$
  begin
    insert into network values (code, name);
    insert into institution (network, code, name, type) values (code, institution_code, institution_name, institution_type);
    insert into member (user_name, network, institution, role, display_name, valid_from)
    values (admin_user, code, institution_code, 'admin', admin_name, (now() at time zone 'Asia/Tokyo')::date);
    insert into trail (network, action, subject_kind, subject, institution, details)
    values (code, 'reach-changed', 'member', admin_user, institution_code, '{"networkOpened": true, "role": "admin"}');
  end $$;
revoke execute on function network_open(text, text, text, text, text, text, text) from public;
