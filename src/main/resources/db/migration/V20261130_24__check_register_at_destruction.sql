-- Destruction asks the register anew, by the database's own clock, for a person may have been entered long ago and have left;
-- and writes its own entries: whoever calls it past the application stands in the trail all the same.
create function viewer_is_registered() returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from member m join institution i on i.network = m.network and i.code = m.institution
      cross join (select (now() at time zone 'Asia/Tokyo')::date as today) t
      where m.network = viewer_network() and m.user_name = viewer_user() and m.role = viewer_role()
        and m.institution = viewer_institution()
        and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
        and i.valid_from <= today and (i.valid_to is null or i.valid_to >= today))
  $$;
create function destruction_asks(roles text[], what text) returns void
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  begin
    if viewer_network() is null or viewer_role() is null or viewer_role() <> all (roles) or not viewer_is_registered() then
      raise exception 'only an % %', array_to_string(roles, ' or an '), what using errcode = '42501';
    end if;
  end $$;
create function destruction_tell(run uuid, told_step text, more jsonb) returns void
  language sql security definer set search_path = public, pg_temp as $$
    insert into trail (network, action, subject_kind, subject, details)
    values (viewer_network(), 'destroyed', 'destruction', run::text, jsonb_build_object('step', told_step) || more)
  $$;
revoke execute on function viewer_is_registered(), destruction_asks(text[], text), destruction_tell(uuid, text, jsonb) from public;

create or replace function destruction_prepare(as_id uuid, named text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform destruction_asks('{admin}', 'prepares a destruction');
    insert into destruction (id, network, state, prepared_by, prepared_by_name)
    values (as_id, viewer_network(), 'prepared', viewer_user(), viewer_name());
    insert into destruction_part (run, kind, place, rule, term, unit, before)
    select as_id, f.kind, f.place, f.version, f.term, f.unit, retention_before(viewer_network(), f.kind)
    from retention_in_force(viewer_network()) f;
    insert into destruction_count (run, kind, year, institution, planned, held)
    select as_id, due.kind, due.year, due.institution, count(*) filter (where not due.held), count(*) filter (where due.held)
    from (
      select p.kind, destruction_year(r.counted_from) as year, r.institution,
        destruction_is_held(r.network, r.institution, r.subject) as held
      from destruction_part p
      cross join lateral (
        select * from retention_record x
        where x.kind = p.kind and x.network = viewer_network() and x.counted_from < p.before
          and coalesce(x.known_since < p.before, true)) r
      where p.run = as_id and not (p.kind in ('sheet', 'withdrawn-sheet') and exists (
        select from provision v join destruction_part vp on vp.run = as_id and vp.kind = 'provision'
        where v.diagnosis = r.id
          and (greatest(v.provided_at, v.recalled_at) at time zone 'Asia/Tokyo')::date >= vp.before))) due
    group by 1, 2, 3, 4;
    perform destruction_tell(as_id, 'prepared', jsonb_build_object('planned', coalesce(sum(c.planned), 0),
      'held', coalesce(sum(c.held), 0))) from destruction_count c where c.run = as_id;
  end $$;

create or replace function destruction_approve(which uuid, named text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform destruction_asks('{admin,auditor}', 'approves a destruction');
    update destruction set state = 'approved', approved_at = clock_timestamp(), approved_by = viewer_user(),
      approved_by_name = viewer_name()
    where id = which and network = viewer_network() and state = 'prepared' and prepared_by <> viewer_user()
      and prepared_at > clock_timestamp() - interval '30 days';
    if not found then
      return false;
    end if;
    perform destruction_tell(which, 'approved', jsonb_build_object('planned', coalesce(sum(c.planned), 0)))
    from destruction_count c where c.run = which;
    return true;
  end $$;

create or replace function destruction_discard(which uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform destruction_asks('{admin,auditor}', 'discards a destruction');
    update destruction set state = 'discarded', ended_at = clock_timestamp()
    where id = which and network = viewer_network() and state = 'prepared';
    if not found then
      return false;
    end if;
    perform destruction_tell(which, 'discarded', '{}');
    return true;
  end $$;

-- As before, but that a kind is done with the first batch that was not full, so that each batch is one entry.
create or replace function destruction_next(which uuid, most integer) returns table (kind text, destroyed bigint, finished boolean)
  language plpgsql security definer set search_path = public, pg_temp
  set plan_cache_mode = force_custom_plan as $$
  declare run destruction; part destruction_part; due date; taken uuid[]; table_name text; was_due bigint;
  begin
    perform destruction_asks('{admin,auditor}', 'carries out a destruction');
    select * into run from destruction d where d.id = which and d.network = viewer_network() for update;
    if run.id is null or run.state <> 'approved' or run.approved_by is null or run.approved_by = run.prepared_by then
      raise exception 'no second person has approved this destruction' using errcode = '42501';
    end if;
    if most is null or most not between 1 and 10000 then
      raise exception 'between 1 and 10000 at a time' using errcode = '22023';
    end if;
    perform pg_advisory_xact_lock(hashtext('retention'), hashtext(run.network));
    select * into part from destruction_part p where p.run = which and p.finished_at is null order by p.place limit 1;
    if part.run is null then
      update destruction d set state = 'done', ended_at = clock_timestamp() where d.id = which;
      return;
    end if;
    kind := part.kind;
    due := least(part.before, retention_before(run.network, part.kind));
    if part.kind = 'trail' then
      destroyed := destruction_of_trail(which, due, most);
      -- one chain at a time, each to its own end
      finished := destroyed = 0;
    else
      select array_agg(d.id) into taken from destruction_due(part.kind, run.network, due, null, most) d;
      was_due := coalesce(cardinality(taken), 0);
      if part.kind in ('sheet', 'withdrawn-sheet') then
        -- Locked, and looked at again: a correction may just have made one young.
        perform from diagnosis d where d.id = any (taken) order by d.id for update;
        select array_agg(d.id) into taken from destruction_due(part.kind, run.network, due, taken, most) d;
      end if;
      destroyed := coalesce(cardinality(taken), 0);
      finished := was_due < most;
      insert into destruction_proof (hash, run, kind) select destruction_hash(i), which, part.kind from unnest(taken) i;
      insert into destruction_count as known (run, kind, year, institution, destroyed)
      select which, part.kind, destruction_year(r.counted_from), r.institution, count(*)
      from retention_record r where r.kind = part.kind and r.id = any (taken) group by 3, 4
      on conflict on constraint destruction_count_pk do update set destroyed = known.destroyed + excluded.destroyed;
      case part.kind
        when 'provision' then delete from provision x where x.id = any (taken);
        when 'break-glass' then delete from break_glass x where x.id = any (taken);
        when 'import' then delete from intake_run x where x.id = any (taken);
        else
          foreach table_name in array destruction_goes_with_sheet() loop
            if to_regclass(table_name) is not null then
              execute format('delete from %I where diagnosis = any ($1)', table_name) using taken;
            end if;
          end loop;
          -- What was counted stays, under an id that leads nowhere: not to the trail, not to what a tablet still has.
          update diagnosis_sheet s set diagnosis = n.fresh
          from (select i as known, gen_random_uuid() as fresh from unnest(taken) i) n where s.diagnosis = n.known;
          delete from diagnosis x where x.id = any (taken);
      end case;
    end if;
    if finished then
      update destruction_part p set finished_at = clock_timestamp() where p.run = which and p.kind = part.kind;
    end if;
    perform destruction_tell(which, 'carried-out', jsonb_strip_nulls(jsonb_build_object(
      'records', part.kind, 'destroyed', destroyed, 'olderThan', part.before, 'term', part.term || ' ' || part.unit,
      'rule', part.rule, 'chains', case when part.kind = 'trail' and destroyed > 0 then (
        select jsonb_object_agg(c.chain, c.position || ':' || encode(c.hash, 'hex')) from (
          select distinct on (x.chain) x.chain, x.position, x.hash from destruction_chain x
          where x.run = which order by x.chain, x.position desc) c) end)));
    return next;
  end $$;

-- Whether a sheet was destroyed, is for those who record.
create or replace function diagnosis_destroyed(ids uuid[]) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
    select i.id from unnest(ids) i(id)
    where viewer_network() is not null and viewer_role() in ('officer', 'manager', 'coordinator') and exists (
      select from destruction_proof p where p.hash = destruction_hash(i.id) and p.kind in ('sheet', 'withdrawn-sheet'))
  $$;
