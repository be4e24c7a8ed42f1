-- 保存期間: how long each kind of record is kept. What holds where a network has decided nothing yet; none of it is
-- confirmed by a secretariat. minimum_months: what the law asks for, below which nobody may go.
create table retention_default (
  kind text not null constraint retention_default_pk primary key,
  -- order in which a run takes the kinds: a sheet waits for the records of its provisions
  place smallint not null,
  term smallint not null,
  unit text not null constraint retention_default_unit_known check (unit in ('years', 'months')),
  minimum_months smallint not null default 0,
  basis text not null
);
insert into retention_default (kind, place, term, unit, minimum_months, basis) values
  ('provision', 1, 3, 'years', 36, '個人情報の保護に関する法律（第三者提供に係る記録の保存）。規則の定める3年を下回れません。'),
  ('sheet', 2, 7, 'years', 0, '案（年度末から7年）。事務局の文書管理の定めを確かめて直してください。'),
  ('withdrawn-sheet', 3, 3, 'years', 0, '案。取り下げられた診断票は集計に使わないため、短くしています。'),
  ('break-glass', 4, 10, 'years', 0, '案。証跡と同じ長さにしています。'),
  ('import', 5, 1, 'years', 0, '案。取込の件数の記録だけで、ファイルそのものは1日で消えます。'),
  ('trail', 6, 10, 'years', 12, '案（10年）。不正の調査に要る長さを確かめて直してください。1年を下回れません。');

-- What a network decided, every time; never changed but for its end.
create table retention_rule (
  id bigint generated always as identity constraint retention_rule_pk primary key,
  network text not null constraint retention_rule_network_known references network,
  kind text not null constraint retention_rule_kind_known references retention_default,
  term smallint not null constraint retention_rule_term_is_sane check (term between 1 and 1200),
  unit text not null constraint retention_rule_unit_known check (unit in ('years', 'months')),
  basis text not null constraint retention_rule_has_basis check (basis <> ''),
  confirmed boolean not null,
  reason text not null constraint retention_rule_has_reason check (reason <> ''),
  valid_from timestamptz not null default clock_timestamp(),
  valid_to timestamptz not null default 'infinity',
  set_by text not null,
  set_by_name text not null
);
create unique index retention_rule_one_in_force on retention_rule (network, kind) where valid_to = 'infinity';
alter table retention_rule enable row level security;
create policy retention_rule_of_network on retention_rule for select to ${app} using (network = (select viewer_network()));
grant select on retention_default, retention_rule to ${app};

create function retention_months(term integer, unit text) returns integer language sql immutable
  return case unit when 'years' then term * 12 else term end;

-- The only way to a new rule: an admin, in their own network, not below the law's minimum.
create function retention_rule_set(of_kind text, new_term integer, new_unit text, new_basis text, is_confirmed boolean,
    because text, named text) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare made bigint;
  begin
    if viewer_role() is distinct from 'admin' then
      raise exception 'only an admin decides how long records are kept' using errcode = '42501';
    end if;
    if retention_months(new_term, new_unit) < (select minimum_months from retention_default where kind = of_kind) then
      raise exception 'below the minimum' using errcode = '23514';
    end if;
    perform pg_advisory_xact_lock(hashtext('retention'), hashtext(viewer_network()));
    update retention_rule set valid_to = clock_timestamp()
    where network = viewer_network() and kind = of_kind and valid_to = 'infinity';
    insert into retention_rule (network, kind, term, unit, basis, confirmed, reason, set_by, set_by_name)
    values (viewer_network(), of_kind, new_term, new_unit, new_basis, is_confirmed, because, viewer_user(), named)
    returning id into made;
    return made;
  end $$;

-- What holds now. version: 0 = the default.
create function retention_in_force(of_network text) returns table (kind text, place smallint, version bigint, term smallint,
    unit text, minimum_months smallint, basis text, confirmed boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
    select d.kind, d.place, coalesce(r.id, 0), coalesce(r.term, d.term), coalesce(r.unit, d.unit), d.minimum_months,
      coalesce(r.basis, d.basis), coalesce(r.confirmed, false)
    from retention_default d
    left join retention_rule r on r.kind = d.kind and r.network = of_network and r.valid_to = 'infinity'
  $$;

-- The day before which a record must be counted from to have served its term, by the database's own clock. 診断票 count
-- from the end of the fiscal year (年度末), so for them it is the first of an April.
create function retention_before(of_network text, of_kind text) returns date
  language sql stable security definer set search_path = public, pg_temp as $$
    select case when of_kind = 'sheet' then make_date(extract(year from t.day - interval '3 months')::int, 4, 1) else t.day end
    from (select ((now() at time zone 'Asia/Tokyo')::date - make_interval(months => retention_months(f.term, f.unit)))::date as day
      from retention_in_force(of_network) f where f.kind = of_kind) t
  $$;

-- 廃棄の保留: what may not be destroyed, whatever its age; of one sheet, or of all of an institution's (diagnosis null).
create table retention_hold (
  id uuid not null constraint retention_hold_pk primary key,
  network text not null,
  institution text,
  diagnosis uuid,
  reason text not null constraint retention_hold_has_reason check (reason <> ''),
  placed_at timestamptz not null default clock_timestamp(),
  placed_by text not null,
  placed_by_name text not null,
  lifted_at timestamptz,
  lifted_by text,
  lifted_by_name text,
  lifted_because text,
  constraint retention_hold_is_of_something check ((institution is null) <> (diagnosis is null)),
  constraint retention_hold_institution_known foreign key (network, institution) references institution (network, code),
  constraint retention_hold_lifting_is_told check ((lifted_at is null) = (lifted_by is null)
    and (lifted_at is null) = (lifted_by_name is null) and (lifted_at is null) = (lifted_because is null)
    and lifted_because <> '')
);
create unique index retention_hold_of_sheet on retention_hold (diagnosis) where lifted_at is null and diagnosis is not null;
create unique index retention_hold_of_institution on retention_hold (network, institution)
  where lifted_at is null and institution is not null;
alter table retention_hold enable row level security;
create policy retention_hold_read on retention_hold for select to ${app} using (
  network = (select viewer_network()) and (select viewer_role()) in ('coordinator', 'auditor'));
grant select on retention_hold to ${app};

-- Null when there is no such sheet in the network. One at a time with destruction: what is held is held from this moment.
create function retention_hold_place(as_id uuid, of_diagnosis uuid, of_institution text, because text, named text)
  returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if viewer_role() is distinct from 'coordinator' then
      raise exception 'only the secretariat holds records' using errcode = '42501';
    end if;
    perform pg_advisory_xact_lock(hashtext('retention'), hashtext(viewer_network()));
    if of_diagnosis is not null
        and not exists (select from diagnosis where id = of_diagnosis and network = viewer_network()) then
      return null;
    end if;
    insert into retention_hold (id, network, institution, diagnosis, reason, placed_by, placed_by_name)
    values (as_id, viewer_network(), of_institution, of_diagnosis, because, viewer_user(), named);
    return as_id;
  end $$;

create function retention_hold_lift(which uuid, because text, named text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if viewer_role() is distinct from 'coordinator' then
      raise exception 'only the secretariat lifts a hold' using errcode = '42501';
    end if;
    update retention_hold set lifted_at = clock_timestamp(), lifted_by = viewer_user(), lifted_by_name = named,
      lifted_because = because
    where id = which and network = viewer_network() and lifted_at is null;
    return found;
  end $$;

revoke execute on function retention_months(integer, text),
  retention_rule_set(text, integer, text, text, boolean, text, text), retention_in_force(text),
  retention_before(text, text), retention_hold_place(uuid, uuid, text, text, text), retention_hold_lift(uuid, text, text)
  from public;
grant execute on function retention_rule_set(text, integer, text, text, boolean, text, text), retention_in_force(text),
  retention_before(text, text), retention_hold_place(uuid, uuid, text, text, text), retention_hold_lift(uuid, text, text)
  to ${app};
