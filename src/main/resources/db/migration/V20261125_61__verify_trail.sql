-- The same text as before, in a form that the planner can put in place: verifying a million entries must not cost a
-- million calls. A body of this form is resolved when it is made, whatever the search path is later.
create or replace function trail_text(entry trail) returns text language sql stable
  return jsonb_build_array(entry.id, entry.chain, entry.position,
    to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    entry.network, entry.actor, entry.actor_name, entry.actor_role, entry.actor_institution,
    entry.action, entry.subject_kind, entry.subject, entry.institution, entry.details)::text;

-- What the first entry of a chain stands on.
create function trail_ground(chain int) returns bytea language sql immutable
  return sha256(convert_to('toritsugi ' || chain, 'UTF8'));

-- Goes along every chain from its beginning and tells, chain by chain, how many entries hold, the hash of the last one,
-- and the first link that does not hold. Stable, so that all chains are seen at one moment while others write on.
--   changed  an entry is not what was hashed, or does not follow on the one before it
--   missing  a position is skipped
--   cut      entries at the end are gone
--   head     the last entry is not the one that was written last
--   stray    entries of a chain that there is not
create function trail_verify() returns table (chain int, entries bigint, last_hash bytea, place bigint, entry bigint, fault text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare link trail; head trail_head;
  begin
    for n in 0..63 loop
      chain := n;
      entries := 0;
      last_hash := trail_ground(chain);
      place := null; entry := null; fault := null;
      for link in select * from trail t where t.chain = trail_verify.chain order by t.position loop
        if link.position <> entries + 1 then
          fault := 'missing';
        elsif link.hash <> sha256(last_hash || convert_to(trail_text(link), 'UTF8')) then
          fault := 'changed';
        end if;
        if fault is not null then
          place := entries + 1;
          entry := link.id;
          exit;
        end if;
        entries := link.position;
        last_hash := link.hash;
      end loop;
      if fault is null then
        select * into head from trail_head h where h.chain = trail_verify.chain;
        if head.position is null or head.position > entries then
          fault := 'cut';
          place := entries + 1;
        elsif head.position < entries or head.hash <> last_hash then
          fault := 'head';
          place := entries;
          select t.id into entry from trail t where t.chain = trail_verify.chain and t.position = entries;
        end if;
      end if;
      return next;
    end loop;
    for link in (select * from trail t where t.chain < 0 order by t.chain, t.position limit 1)
      union all (select * from trail t where t.chain > 63 order by t.chain, t.position limit 1) loop
      chain := link.chain; entries := 0; last_hash := null; place := link.position; entry := link.id; fault := 'stray';
      return next;
    end loop;
  end $$;

-- Anchors: where every chain ended at an earlier moment, {"0": "<position>:<hash in hex>", …}. Whoever may rewrite the
-- table can hash a whole chain anew; what was written down before, in an entry or outside the database, tells.
create function trail_anchor_broken(heads jsonb) returns table (chain int, place bigint, entry bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
    select h.key::int, split_part(h.value, ':', 1)::bigint, t.id
    from jsonb_each_text(heads) h
    left join trail t on t.chain = h.key::int and t.position = split_part(h.value, ':', 1)::bigint
    where encode(t.hash, 'hex') is distinct from split_part(h.value, ':', 2)
    order by 1
  $$;

-- The anchors that stand in the trail itself. "anchor" is the one hash over all heads, as the log has it, too.
create function trail_anchors_broken() returns table (anchored_by bigint, chain int, place bigint, entry bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
    select v.id, b.chain, b.place, b.entry
    from trail v cross join lateral trail_anchor_broken(v.details -> 'heads') b
    where v.action = 'verified' and jsonb_typeof(v.details -> 'heads') = 'object'
    order by v.id, b.chain
  $$;

-- The night has no viewer, and every network's auditor is to see what it found.
create function trail_networks() returns setof text
  language sql stable security definer set search_path = public, pg_temp as $$ select code from network order by code $$;

-- The hash an entry stands on. The entry before it may be another network's; its hash tells nothing of it.
create function trail_hash_before(in_chain int, at_position bigint) returns bytea
  language sql stable security definer set search_path = public, pg_temp as $$
    select case when at_position = 1 then trail_ground(in_chain)
      else (select hash from trail where chain = in_chain and position = at_position - 1) end
  $$;

revoke execute on function trail_verify(), trail_anchor_broken(jsonb), trail_anchors_broken(), trail_networks(),
  trail_hash_before(int, bigint) from public;
grant execute on function trail_verify(), trail_anchor_broken(jsonb), trail_anchors_broken(), trail_networks(),
  trail_hash_before(int, bigint) to ${app};
