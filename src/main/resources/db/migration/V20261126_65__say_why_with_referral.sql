-- Why the rules proposed this kind, as the receiver is told it (取次票): in general words, as they stood at the hand-over.
-- Null where somebody chose otherwise, or nothing left the institution.
alter table referral add column because text;
