-- What was told about a sheet goes with it, and before it; deliveries to webhooks go with their event. Whatever stood in the
-- list stays in it.
do $$
begin
  execute format('create or replace function destruction_goes_with_sheet() returns text[] language sql immutable return %L::text[]',
    array['notice', 'outbox'] || destruction_goes_with_sheet());
end $$;
