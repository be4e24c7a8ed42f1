-- PostgreSQL lets everybody call a new function. What runs with the owner's rights is called by whom it was granted to, and
-- functions of triggers by nobody: whatever an earlier migration forgot, and whatever a later one will.
do $$
  declare one regprocedure;
  begin
    for one in
      select p.oid::regprocedure from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.proowner = (select oid from pg_roles where rolname = current_user)
        and (p.prosecdef or p.prorettype = 'trigger'::regtype) loop
      execute format('revoke execute on function %s from public', one);
    end loop;
  end $$;

-- A function that is made from now on starts revoked; who may call it says the migration that makes it.
alter default privileges revoke execute on functions from public;
