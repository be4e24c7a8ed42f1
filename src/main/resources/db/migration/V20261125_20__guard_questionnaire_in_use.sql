-- Whether any sheet, of any network, uses a version: a question about the file, not about a case, so it is answered past
-- the walls between networks, with a yes or no and nothing else.
create function questionnaire_is_used(text, text) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (select from diagnosis where questionnaire = $1 and questionnaire_version = $2);
revoke all on function questionnaire_is_used(text, text) from public;
grant execute on function questionnaire_is_used(text, text) to ${app};

-- A version that no sheet uses yet may still be edited; then its new checksum is the one to remember.
grant update (checksum) on questionnaire_in_use to ${app};
