-- The words of an entry are kept as they are looked up, so that a search along the time need not take each text apart
-- again; and what people wrote is found by its time without looking at the entry.
drop index accord.audit_entry_text;
drop index accord.audit_words_text;

-- The number of a model's version is nothing that somebody looks for.
create or replace function accord.audit_vector(value jsonb) returns tsvector
    immutable parallel safe cost 2000 language sql as $$
    select coalesce(to_tsvector('simple', accord.audit_plain(string_agg(item #>> '{}', ' '))), '')
    from jsonb_path_query(
        case when jsonb_typeof(value) = 'object'
            then (select jsonb_object_agg(member.key, member.value) from jsonb_each(value) as member
                where member.key <> 'definition' and not jsonb_exists(member.value, 'commitment'))
            else value end,
        'strict $.** ? (@.type() == "string" || @.type() == "number")') as item
$$;

alter table accord.audit_entry
    add column vector tsvector not null generated always as (accord.audit_vector(details)) stored;

alter table accord.audit_words add column at timestamptz;
alter table accord.audit_words disable trigger audit_words_no_change;
update accord.audit_words as word set at = entry.at from accord.audit_entry as entry where entry.index = word.entry;
alter table accord.audit_words enable trigger audit_words_no_change;
alter table accord.audit_words alter column at set not null;

create or replace function accord.audit_words_are_only_erased() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.entry = old.entry and new.key = old.key and new.at = old.at and new.value is null
        and old.value is not null then
        return new;
    end if;
    raise exception 'words of the record are erased or left: % refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

alter table accord.audit_words
    add column vector tsvector generated always as (accord.audit_vector(value)) stored;

create index audit_entry_text on accord.audit_entry using gin (vector) with (gin_pending_list_limit = 256);
create index audit_words_text on accord.audit_words using gin (vector) with (gin_pending_list_limit = 256);
create index audit_words_moment on accord.audit_words (at, entry);
