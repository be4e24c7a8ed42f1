-- 五十音順 within one institution: by the index of the network's names, sixty sheets were passed over for each one shown.
create index diagnosis_by_institution_and_name on diagnosis (network, institution, sort_name collate "ja-x-icu", id);
