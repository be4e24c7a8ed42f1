-- The trail is read newest first, one filter at a time or two, within a span of days: every filter has an index that gives
-- exactly the wanted entries in the wanted order. So a rare one (an action that never happened, a person with three entries)
-- costs no more than a frequent one, and nobody can lead the planner into reading everything from the end.
-- Ordered by moment, not by id: ids are drawn before an entry waits for its chain. Ascending and read backwards: entries
-- come in ascending order, and pages that grow at their end are filled to nine tenths instead of half.
drop index trail_by_time, trail_by_actor, trail_by_subject, trail_by_institution;
create index trail_by_time on trail (network, at, id);
create index trail_by_actor on trail (network, actor, at, id);
create index trail_by_subject on trail (network, subject, at, id);
create index trail_by_institution on trail (network, institution, at, id);
create index trail_by_action on trail (network, action, at, id);
create index trail_by_kind on trail (network, subject_kind, at, id);
-- "Did this person ever export?", "was anything of ours printed?": each half is frequent, both together may be never.
create index trail_by_actor_and_action on trail (network, actor, action, at, id);
create index trail_by_institution_and_action on trail (network, institution, action, at, id);

-- One entry tells of a whole batch; its sheets are found in it by their id.
create index trail_by_batch on trail using gin ((details -> 'ids') jsonb_path_ops) where details ? 'ids';

-- Row-level security keeps the planner from that index, for @> might tell of rows it was shown. So the entries are found
-- here, by the owner, under the same condition as the policy trail_read.
create function trail_batches_with(one text) returns setof bigint
  language sql stable security definer set search_path = public, pg_temp as $$
    select id from trail
    where details ? 'ids' and details -> 'ids' @> jsonb_build_array(one) and network = viewer_network()
      and (viewer_role() = 'auditor' or viewer_role() = 'manager' and institution = viewer_institution())
  $$;
revoke execute on function trail_batches_with(text) from public;
grant execute on function trail_batches_with(text) to ${app};
