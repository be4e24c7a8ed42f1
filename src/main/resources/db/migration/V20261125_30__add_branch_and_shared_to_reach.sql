-- What reach is decided by. A branch (支店・支所) confines its officers only where the institution says so.
alter table institution add column confines_branches boolean not null default false;
alter table member add column branch text;

-- entered_at: the institution whose member keyed the sheet in (the secretariat does it for others, with their paper in hand).
-- shared: a consent to pass the case on is in force.
alter table diagnosis add column branch text;
alter table diagnosis add column entered_at text;
alter table diagnosis add column shared boolean;

update diagnosis d set entered_at = r.made_at_institution,
  branch = r.content ->> 'branch',
  shared = exists (select from jsonb_array_elements(coalesce(latest.content -> 'consents', '[]')) c
    where (c ->> 'given')::boolean and c ->> 'withdrawnOn' is null and c ->> 'recipient' <> 'own-adviser')
from diagnosis_revision r, diagnosis_revision latest
where r.diagnosis = d.id and r.revision = 1 and latest.diagnosis = d.id and latest.revision = d.revision;

alter table diagnosis alter column entered_at set not null;
alter table diagnosis alter column shared set not null;
