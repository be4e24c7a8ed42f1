-- Networks (one prefecture each) are the tenant key of every row.
create table network (
  code text not null constraint network_pk primary key
    constraint network_code_is_a_prefecture check (code ~ '^[0-9]{2}$'),
  name text not null
);

-- A body that diagnoses or receives. Mergers keep the old row: old figures keep the old name.
create table institution (
  network text not null constraint institution_network_known references network,
  code text not null,
  name text not null,
  type text not null constraint institution_type_known check (type in
    ('chamber', 'society', 'federation', 'bank', 'shinkin', 'credit-union', 'guarantee', 'center', 'public', 'professional')),
  valid_from date not null default '1900-01-01',
  valid_to date,
  successor text,
  constraint institution_pk primary key (network, code),
  constraint institution_successor_known foreign key (network, successor) references institution (network, code),
  constraint institution_ends_after_it_begins check (valid_to is null or valid_to >= valid_from)
);

-- Who works where, in which role, since when, until when. The log-in proves the user name; reach comes from here.
create table member (
  user_name text not null,
  network text not null,
  institution text not null,
  role text not null constraint member_role_known check (role in
    ('officer', 'manager', 'coordinator', 'consultant', 'analyst', 'auditor', 'admin')),
  display_name text not null,
  valid_from date not null default '1900-01-01',
  valid_to date,
  constraint member_pk primary key (user_name, network, institution, role, valid_from),
  constraint member_institution_known foreign key (network, institution) references institution (network, code)
);

grant usage on schema public to ${app};
grant select on network, institution, member to ${app};
