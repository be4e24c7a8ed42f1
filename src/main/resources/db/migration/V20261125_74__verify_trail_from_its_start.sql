-- Verifying begins where a chain begins, now that its old entries may have been destroyed.

-- Goes along every chain from its beginning and tells, chain by chain, how many entries hold, the hash of the last one,
-- and the first link that does not hold. Stable, so that all chains are seen at one moment while others write on.
--   changed  an entry is not what was hashed, or does not follow on the one before it
--   missing  a position is skipped
--   cut      entries at the end are gone
--   head     the last entry is not the one that was written last
--   stray    entries of a chain that there is not
--   start    a chain begins later, and no record of a destruction says so
-- begun: how many entries of a chain were destroyed when their term had passed; entries counts them in.
drop function trail_verify();
create function trail_verify() returns table (chain int, entries bigint, last_hash bytea, place bigint, entry bigint, fault text,
    begun bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare link trail; head trail_head; start trail_start;
  begin
    for n in 0..63 loop
      chain := n;
      place := null; entry := null; fault := null;
      select * into start from trail_start s where s.chain = trail_verify.chain;
      begun := coalesce(start.position, 0);
      entries := begun;
      last_hash := coalesce(start.hash, trail_ground(chain));
      if begun > 0 and not exists (select from destruction_chain c join destruction d on d.id = c.run
          where c.chain = start.chain and c.position = start.position and c.hash = start.hash and d.approved_by is not null) then
        fault := 'start';
        place := begun;
        return next;
        continue;
      end if;
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
      chain := link.chain; entries := 0; begun := 0; last_hash := null; place := link.position; entry := link.id; fault := 'stray';
      return next;
    end loop;
  end $$;

-- Anchors: where every chain ended at an earlier moment, {"0": "<position>:<hash in hex>", …}. Whoever may rewrite the
-- table can hash a whole chain anew; what was written down before, in an entry or outside the database, tells. Of an entry
-- destroyed since, nothing can be said any more but of the last one, whose hash the chain stands on.
create or replace function trail_anchor_broken(heads jsonb) returns table (chain int, place bigint, entry bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
    select h.key::int, split_part(h.value, ':', 1)::bigint, t.id
    from jsonb_each_text(heads) h
    left join trail t on t.chain = h.key::int and t.position = split_part(h.value, ':', 1)::bigint
    left join trail_start s on s.chain = h.key::int
    where split_part(h.value, ':', 1)::bigint >= coalesce(s.position, 0)
      and encode(case when s.position = split_part(h.value, ':', 1)::bigint then s.hash else t.hash end, 'hex')
        is distinct from split_part(h.value, ':', 2)
    order by 1
  $$;

-- The hash an entry stands on. The entry before it may be another network's; its hash tells nothing of it.
create or replace function trail_hash_before(in_chain int, at_position bigint) returns bytea
  language sql stable security definer set search_path = public, pg_temp as $$
    select case when at_position = 1 then trail_ground(in_chain)
      else coalesce((select hash from trail where chain = in_chain and position = at_position - 1),
        (select hash from trail_start where chain = in_chain and position = at_position - 1)) end
  $$;

revoke execute on function trail_verify() from public;
grant execute on function trail_verify() to ${app};
