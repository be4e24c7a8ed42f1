-- G6, whose open case: 'own' where the viewer may see it anyway, 'elsewhere' where it is another institution's whose owner
-- agreed that it is passed on. A case that its owner keeps to the institution is nobody's business: null, as where there
-- is none. The secretariat meets such a firm on its page of pairs.
drop function case_open_of_firm(text, uuid);
create function case_open_of_firm(firm text, except_of uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
    select case when bool_or(c.institution = any ((select viewer_institutions())::text[])
        and ((select viewer_branch()) is null or c.institution = (select viewer_institution()) and c.branch = (select viewer_branch()))) then 'own'
      when bool_or(c.shared) then 'elsewhere' end
    from case_file c
    where c.network = (select viewer_network()) and c.firm_key = firm and c.diagnosis <> except_of and c.state in ('review', 'referred')
  $$;
revoke execute on function case_open_of_firm(text, uuid) from public;
grant execute on function case_open_of_firm(text, uuid) to ${app};
