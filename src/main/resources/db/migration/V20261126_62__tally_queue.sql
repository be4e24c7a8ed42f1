-- How many cases lie in the queue, kept up to date in the writer's own transaction. As with report_tally: writers append a
-- delta each (no row two writers wait for), case_fold() gathers them now and then, tally plus deltas is exact at every
-- moment. A case is counted four times: in the network, for its institution, for its municipality, for its leaf and what
-- was proposed; whoever filters by more than one of these counts the cases themselves.
create table case_tally (
  network text not null,
  -- 'network', 'institution', 'municipality', 'kind'
  scope text not null,
  -- which institution or municipality; which leaf and which proposal
  a text not null,
  b text not null,
  shared boolean not null,
  state text not null,
  rank smallint not null,
  returned boolean not null,
  queue_due date not null,
  n bigint not null,
  constraint case_tally_pk primary key (network, scope, a, b, shared, state, rank, returned, queue_due)
);

create table case_delta (
  id bigint generated always as identity constraint case_delta_pk primary key,
  network text not null,
  institution text not null,
  municipality text,
  leaf text,
  proposed text,
  shared boolean not null,
  state text not null,
  rank smallint not null,
  returned boolean not null,
  queue_due date not null,
  n integer not null
);

create function case_scopes(institution text, municipality text, leaf text, proposed text)
  returns table (scope text, a text, b text) language sql immutable parallel safe as $$
    values ('network', '', ''), ('institution', institution, ''), ('municipality', coalesce(municipality, ''), ''),
      ('kind', coalesce(leaf, ''), coalesce(proposed, ''))
  $$;

create function case_count_new() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into case_delta (network, institution, municipality, leaf, proposed, shared, state, rank, returned, queue_due, n)
    select network, institution, municipality, leaf, proposed, shared, state, rank, returned, queue_due, count(*)
    from added where state in ('review', 'missing', 'referred', 'own') group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    return null;
  end $$;

create function case_count_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into case_delta (network, institution, municipality, leaf, proposed, shared, state, rank, returned, queue_due, n)
    select network, institution, municipality, leaf, proposed, shared, state, rank, returned, queue_due, sum(sign)
    from (select *, -1 sign from before union all select *, 1 from after) changed
    where state in ('review', 'missing', 'referred', 'own') group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(sign) <> 0;
    return null;
  end $$;

create function case_count_gone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into case_delta (network, institution, municipality, leaf, proposed, shared, state, rank, returned, queue_due, n)
    select network, institution, municipality, leaf, proposed, shared, state, rank, returned, queue_due, -count(*)
    from gone where state in ('review', 'missing', 'referred', 'own') group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    return null;
  end $$;

create trigger case_count_new after insert on case_file
  referencing new table as added for each statement execute function case_count_new();
create trigger case_count_changed after update on case_file
  referencing old table as before new table as after for each statement execute function case_count_changed();
create trigger case_count_gone after delete on case_file
  referencing old table as gone for each statement execute function case_count_gone();

insert into case_delta (network, institution, municipality, leaf, proposed, shared, state, rank, returned, queue_due, n)
select network, institution, municipality, leaf, proposed, shared, state, rank, returned, queue_due, count(*)
from case_file where state in ('review', 'missing', 'referred', 'own') group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;

-- One at a time; whoever finds it busy leaves it to the other. Answers how many deltas were gathered.
create function case_fold() returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
  declare gathered bigint;
  begin
    if not pg_try_advisory_xact_lock(hashtext('case_fold')) then
      return 0;
    end if;
    with taken as (delete from case_delta returning *),
      folded as (
        insert into case_tally (network, scope, a, b, shared, state, rank, returned, queue_due, n)
        select t.network, s.scope, s.a, s.b, t.shared, t.state, t.rank, t.returned, t.queue_due, sum(t.n)
        from taken t cross join lateral case_scopes(t.institution, t.municipality, t.leaf, t.proposed) s
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9
        on conflict on constraint case_tally_pk do update set n = case_tally.n + excluded.n
        returning 1)
    select count(*) into gathered from taken;
    if gathered > 0 then
      delete from case_tally where n = 0;
    end if;
    return gathered;
  end $$;

-- As far as the viewer sees the cases themselves: the secretariat what is shared, an institution's people its own. Without a
-- person's branch, and without what is not shared of the secretariat's own: those are counted from the cases.
create view case_counted as
  select c.scope, c.a, c.b, c.state, c.rank, c.returned, c.queue_due, c.n
  from (
    select network, scope, a, b, shared, state, rank, returned, queue_due, n from case_tally
    union all
    select d.network, s.scope, s.a, s.b, d.shared, d.state, d.rank, d.returned, d.queue_due, d.n
    from case_delta d cross join lateral case_scopes(d.institution, d.municipality, d.leaf, d.proposed) s) c
  where c.network = (select viewer_network()) and (
    (select viewer_role()) = 'coordinator' and c.shared
    or (select viewer_role()) in ('officer', 'manager') and c.scope = 'institution'
      and c.a = any ((select viewer_institutions())::text[]));

alter table case_tally enable row level security;
alter table case_delta enable row level security;
revoke execute on function case_fold(), case_count_new(), case_count_changed(), case_count_gone() from public;
grant execute on function case_fold() to ${app};
grant select on case_counted to ${app};
