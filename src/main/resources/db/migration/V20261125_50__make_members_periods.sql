-- One row a period of one person in one role at one place. The number names the period in addresses, where the user name
-- would be a person's. A period that ends the day before it begins was taken back before it held.
alter table member add column id uuid not null default gen_random_uuid();
alter table member drop constraint member_pk;
alter table member add constraint member_pk primary key (id);
alter table member add constraint member_ends_after_it_begins check (valid_to is null or valid_to >= valid_from - 1);

-- Nobody is in two places at once in the same role. A range of one text, so that no extension is needed to compare it.
create type text_span as range (subtype = text, collation = "C");
alter table member add constraint member_one_place_at_a_time exclude using gist (
  text_span(network || ' ' || role || ' ' || user_name, network || ' ' || role || ' ' || user_name, '[]') with &&,
  daterange(valid_from, valid_to, '[]') with &&) where (valid_to is null or valid_to >= valid_from);
create index member_by_person on member (user_name, valid_from desc);
create index member_by_institution on member (network, institution, user_name, valid_from, id);

-- What two people may edit.
alter table institution add column version integer not null default 0;
alter table institution add constraint institution_successor_takes_over
  check (successor is null or successor <> code and valid_to is not null);
create index institution_by_successor on institution (network, successor) where successor is not null;

-- 支店・支所.
create table branch (
  network text not null,
  institution text not null,
  code text not null,
  name text not null,
  valid_from date not null default '1900-01-01',
  valid_to date,
  constraint branch_pk primary key (network, institution, code),
  constraint branch_institution_known foreign key (network, institution) references institution (network, code),
  constraint branch_ends_after_it_begins check (valid_to is null or valid_to >= valid_from)
);
insert into branch (network, institution, code, name)
select distinct network, institution, branch, branch from member where branch is not null;
alter table member add constraint member_branch_known
  foreign key (network, institution, branch) references branch (network, institution, code);
