-- 取次先の窓口: where a case can be handed to. Partners on paper or telephone are ordinary rows; every one belongs to an
-- institution of the register, for the record of provision names it.
create table desk (
  id uuid not null constraint desk_pk primary key,
  network text not null,
  institution text not null,
  kind text not null,
  name text not null constraint desk_has_name check (name <> ''),
  channel text not null default 'system' constraint desk_channel_known check (channel in ('system', 'paper', 'telephone')),
  -- 団体コード; empty = the whole network
  municipalities text[] not null default '{}',
  -- 大分類 it speaks the language of; empty = any
  industries text[] not null default '{}',
  -- 1 = Monday … 7 = Sunday; empty = by appointment
  weekdays smallint[] not null default '{}',
  hours text,
  -- new cases a week; null = not said
  capacity smallint constraint desk_capacity_is_sane check (capacity between 0 and 1000),
  person text,
  telephone text,
  email text,
  place text,
  note text,
  valid_from date not null default '2000-01-01',
  valid_to date,
  confirmed_on date not null,
  confirmed_by text not null,
  version integer not null default 0,
  constraint desk_institution_known foreign key (network, institution) references institution (network, code),
  constraint desk_period_runs_forward check (valid_to is null or valid_to >= valid_from)
);
create index desk_by_kind on desk (network, kind);
alter table desk enable row level security;
create policy desk_of_network on desk for select to ${app} using (network = (select viewer_network()));
create policy desk_keep on desk for insert to ${app} with check (
  network = (select viewer_network()) and (select viewer_role()) = 'coordinator');
create policy desk_change on desk for update to ${app} using (
  network = (select viewer_network()) and (select viewer_role()) = 'coordinator')
  with check (network = (select viewer_network()));
grant select, insert, update on desk to ${app};
