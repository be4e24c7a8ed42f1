-- A queue as one person likes to see it: filters under a name.
create table queue_view (
  id uuid not null constraint queue_view_pk primary key,
  network text not null,
  user_name text not null,
  name text not null constraint queue_view_name_is_short check (length(name) between 1 and 40),
  -- as in an address: codes only
  filters text not null constraint queue_view_filters_are_short check (length(filters) <= 500),
  made_at timestamptz not null,
  constraint queue_view_named_once unique (network, user_name, name)
);
alter table queue_view enable row level security;
create policy queue_view_of_person on queue_view to ${app}
  using (network = (select viewer_network()) and user_name = (select viewer_user()))
  with check (network = (select viewer_network()) and user_name = (select viewer_user()));
grant select, insert, delete on queue_view to ${app};
