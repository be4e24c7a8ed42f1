-- Destroys the next records of an approved run, in the caller's transaction, and tells of which kind and how many; none
-- left of a kind: 0 and finished; nothing left at all: no row. It trusts nobody: the run must have been approved by a
-- second person, the term must have passed by the rule as it was then and as it is now, by the database's clock, and
-- nothing held goes. The application has no other way to delete.
create function destruction_next(which uuid, most integer) returns table (kind text, destroyed bigint, finished boolean)
  language plpgsql security definer set search_path = public, pg_temp
  set plan_cache_mode = force_custom_plan as $$
  declare run destruction; part destruction_part; due date; taken uuid[]; table_name text;
  begin
    if viewer_role() is null or viewer_role() not in ('admin', 'auditor') then
      raise exception 'only an admin or an auditor carries out a destruction' using errcode = '42501';
    end if;
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
    else
      select array_agg(d.id) into taken from destruction_due(part.kind, run.network, due, null, most) d;
      if part.kind in ('sheet', 'withdrawn-sheet') then
        -- Locked, and looked at again: a correction may just have made one young.
        perform from diagnosis d where d.id = any (taken) order by d.id for update;
        select array_agg(d.id) into taken from destruction_due(part.kind, run.network, due, taken, most) d;
      end if;
      destroyed := coalesce(cardinality(taken), 0);
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
    finished := destroyed = 0;
    if finished then
      update destruction_part p set finished_at = clock_timestamp() where p.run = which and p.kind = part.kind;
    end if;
    return next;
  end $$;

-- Records of a kind whose term has passed and that nothing keeps back. among: only of these; null = of all.
create function destruction_due(of_kind text, of_network text, before date, among uuid[], most integer)
  returns table (id uuid) language plpgsql stable security definer set search_path = public, pg_temp
  set plan_cache_mode = force_custom_plan as $$
  begin
    return query
      select r.id from retention_record r
      where r.kind = of_kind and r.network = of_network and r.counted_from < before
        and (of_kind not in ('sheet', 'withdrawn-sheet') or r.known_since < before)
        and (among is null or r.id = any (among))
        and not destruction_is_held(r.network, r.institution, r.subject)
        and not (of_kind in ('sheet', 'withdrawn-sheet')
          and exists (select from provision v where v.diagnosis = r.id))
      limit most;
  end $$;

revoke execute on function destruction_next(uuid, integer), destruction_due(text, text, date, uuid[], integer) from public;
grant execute on function destruction_next(uuid, integer) to ${app};
