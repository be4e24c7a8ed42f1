-- The queue is read one state and one urgency at a time, each in the order of its deadlines, and merged: no index is as
-- wide as all orders together. What people filter by stands in the index, so that a filter reads no rows of the table.
drop index case_file_waiting;
drop index case_file_of_institution;
create index case_file_queue on case_file (network, state, rank, queue_due, since, diagnosis)
  include (shared, institution, branch, municipality, leaf, proposed, returned)
  where state in ('review', 'missing', 'referred', 'own');
create index case_file_queue_of_institution on case_file (network, institution, state, rank, queue_due, since, diagnosis)
  include (shared, branch, municipality, leaf, proposed, returned)
  where state in ('review', 'missing', 'referred', 'own');
create index case_file_queue_by_wait on case_file (network, state, since, diagnosis)
  include (shared, institution, branch, municipality, leaf, proposed, returned)
  where state in ('review', 'missing', 'referred', 'own');
create index case_file_queue_of_institution_by_wait on case_file (network, institution, state, since, diagnosis)
  include (shared, branch, municipality, leaf, proposed, returned)
  where state in ('review', 'missing', 'referred', 'own');
create index case_file_queue_of_municipality on case_file (network, municipality, state, rank, queue_due, since, diagnosis)
  include (shared, institution, branch, leaf, proposed, returned)
  where state in ('review', 'missing', 'referred', 'own');
create index case_file_returned on case_file (network, state, rank, queue_due, since, diagnosis) where returned;
create index case_file_held on case_file (network, holder) where holder is not null;
