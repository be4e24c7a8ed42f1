-- It goes with its sheet, before whatever goes already.
do $$
begin
  execute format('create or replace function destruction_goes_with_sheet() returns text[] language sql immutable return %L::text[]',
    array_prepend('consent_signature', destruction_goes_with_sheet()));
end $$;
