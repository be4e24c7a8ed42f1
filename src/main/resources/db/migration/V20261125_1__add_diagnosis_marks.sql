-- Figures lead down to their sheets: the list finds by the mark of one question.
alter table diagnosis add column marks text;
update diagnosis d set marks = s.marks from diagnosis_sheet s
  where s.diagnosis = d.id
    and s.revision = (select max(l.revision) from diagnosis_sheet l where l.diagnosis = d.id);
alter table diagnosis alter column marks set not null;
