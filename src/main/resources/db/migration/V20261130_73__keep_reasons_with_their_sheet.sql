-- What people write in their own words about a sheet lies with the sheet and goes with it. The trail, which stays for years
-- longer, only points there: by the hold, by the word on a pair. What was written into entries before is left in them, for
-- the chain is never rewritten.

-- The secretariat's reasons for its decisions about a pair, each of them: the pair itself shows the last.
create table firm_pair_word (
  id uuid not null constraint firm_pair_word_pk primary key,
  pair uuid not null constraint firm_pair_word_pair_known references firm_pair on delete cascade,
  reason text not null constraint firm_pair_word_says_something check (reason <> '')
);
create index firm_pair_word_of_pair on firm_pair_word (pair);
-- Nobody but the functions here.
alter table firm_pair_word enable row level security;
-- Written with the decision, under the id the decider gives it: that is what the trail points to.
alter table firm_pair add column word uuid;
grant update (word) on firm_pair to ${app};
create function firm_pair_says() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into firm_pair_word (id, pair, reason) values (new.word, new.id, new.reason);
    return null;
  end $$;
create trigger firm_pair_says after update of word on firm_pair for each row
  when (new.word is not null and new.reason <> '' and new.word is distinct from old.word) execute function firm_pair_says();

-- The reasons of a hold go with the sheet it held; that it was held, when and by whom stays.
create function retention_hold_forgets() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
  begin
    update retention_hold set reason = '廃棄済み', lifted_because = case when lifted_because is not null then '廃棄済み' end
    where diagnosis in (select id from gone);
    return null;
  end $$;
create trigger retention_hold_forgets after delete on diagnosis
  referencing old table as gone for each statement execute function retention_hold_forgets();
create index retention_hold_by_sheet on retention_hold (diagnosis) where diagnosis is not null;

-- What an entry of the trail points to, as long as it is there; null for entries that point to nothing, and for whoever may
-- not read the entry. Only what is shaped as an id is looked for: details are the application's word.
create function trail_said(of_entry bigint) returns text
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare one trail; which text; said text;
  begin
    select * into one from trail t where t.id = of_entry and t.network = viewer_network() and (viewer_role() = 'auditor'
      or viewer_role() = 'manager' and t.institution = any (viewer_institutions()));
    which := coalesce(one.details ->> 'word', one.details ->> 'hold');
    if which is null or which !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
      return null;
    end if;
    if one.details ? 'word' then
      select w.reason into said from firm_pair_word w join firm_pair p on p.id = w.pair
      where w.id = which::uuid and p.network = one.network;
    else
      select case one.details ->> 'step' when 'lifted' then h.lifted_because else h.reason end into said
      from retention_hold h where h.id = which::uuid and h.network = one.network;
    end if;
    return coalesce(said, '廃棄済み');
  end $$;

revoke execute on function firm_pair_says(), retention_hold_forgets(), trail_said(bigint) from public;
grant execute on function trail_said(bigint) to ${app};
