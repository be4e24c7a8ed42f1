-- The interview: where it stands now, and what lists and searches need. One row a sheet.
create table diagnosis (
  id uuid not null constraint diagnosis_pk primary key,
  network text not null,
  institution text not null,
  questionnaire text not null,
  questionnaire_version text not null,
  status text not null constraint diagnosis_status_known check (status in ('recorded', 'withdrawn')),
  revision integer not null constraint diagnosis_revision_counts_from_one check (revision >= 1),
  -- 受付番号, worked out from the id by the application
  receipt text not null,
  reference text,
  interviewed_on date not null,
  enterprise_name text not null,
  enterprise_kana text,
  -- kana where known: what 五十音順 lists by
  sort_name text not null,
  corporate_number text,
  municipality text constraint diagnosis_municipality_has_six_digits check (municipality ~ '^[0-9]{6}$'),
  industry text,
  representative_name text,
  age smallint constraint diagnosis_age_is_human check (age between 15 and 120),
  -- names in one spelling, for search: never shown
  search_key text not null,
  search_grams text[] not null,
  -- the same firm again, by number or by name, place and representative
  firm_key text not null,
  leaf text not null constraint diagnosis_leaf_known check (leaf ~ '^[A-Z]$'),
  leaf_state text not null constraint diagnosis_leaf_state_known check (leaf_state in ('clear', 'action', 'open')),
  off_branch boolean not null,
  -- one character a question, in the order of the definition: figures lead down to their sheets by it
  marks text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  changed_at timestamptz not null,
  constraint diagnosis_institution_known foreign key (network, institution) references institution (network, code)
);
-- These two begin with what tells firms apart, and imports look by that alone: while a large first import is under way,
-- statistics say that the table is empty, and any other index that fits (say, by network) would be read to its end.
create unique index diagnosis_reference_once on diagnosis (reference, institution, network) where reference is not null;
create index diagnosis_by_firm on diagnosis (firm_key, network);
create index diagnosis_by_day on diagnosis (network, interviewed_on desc, id desc);
create index diagnosis_by_institution on diagnosis (network, institution, interviewed_on desc, id desc);
create index diagnosis_by_name on diagnosis (network, sort_name collate "ja-x-icu", id);
create index diagnosis_by_receipt on diagnosis (network, receipt);
create index diagnosis_by_grams on diagnosis using gin (search_grams);

-- What was written, every time, for ever: appended, never changed.
create table diagnosis_revision (
  diagnosis uuid not null constraint diagnosis_revision_diagnosis_known references diagnosis,
  revision integer not null,
  kind text not null constraint diagnosis_revision_kind_known check (kind in ('recorded', 'corrected', 'withdrawn')),
  content jsonb not null,
  content_hash text not null,
  reason text constraint diagnosis_revision_change_has_reason check (kind = 'recorded' or reason <> ''),
  made_at timestamptz not null,
  made_by text not null,
  made_by_name text not null,
  made_at_institution text not null,
  constraint diagnosis_revision_pk primary key (diagnosis, revision)
);

-- The countable side of a revision: narrow, so that a million of them are counted in a moment, and kept for every past
-- moment. known_to = infinity marks what holds now.
create table diagnosis_sheet (
  diagnosis uuid not null constraint diagnosis_sheet_diagnosis_known references diagnosis,
  revision integer not null,
  network text not null,
  institution text not null,
  questionnaire text not null,
  questionnaire_version text not null,
  interviewed_on date not null,
  municipality text,
  industry text,
  age smallint,
  leaf text not null,
  -- one character a question, in the order of the definition: what was answered, and on which branch
  marks text not null,
  known_from timestamptz not null,
  known_to timestamptz not null default 'infinity',
  constraint diagnosis_sheet_pk primary key (diagnosis, revision),
  constraint diagnosis_sheet_known_forwards check (known_to >= known_from)
);
-- Everything a filtered report looks at, so that it is read from the index alone; also for past moments, hence with the
-- span. Beginning with the institution it serves an officer's figures in milliseconds, and PostgreSQL 18 skips through it
-- for everybody's.
create index diagnosis_sheet_for_reports on diagnosis_sheet (network, questionnaire, institution, interviewed_on)
  include (questionnaire_version, municipality, industry, age, leaf, marks, known_from, known_to);

-- A questionnaire that interviews have used is never edited: its checksum is remembered from the first start.
create table questionnaire_in_use (
  questionnaire text not null,
  version text not null,
  checksum text not null,
  constraint questionnaire_in_use_pk primary key (questionnaire, version)
);

grant select, insert, update on diagnosis to ${app};
grant select, insert on diagnosis_revision to ${app};
grant select, insert, update (known_to) on diagnosis_sheet to ${app};
grant select, insert on questionnaire_in_use to ${app};
