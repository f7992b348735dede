-- The explorer lists the record by the moment of the act, and looks up what people wrote by whole words.
drop index accord.audit_entry_actor;
drop index accord.audit_entry_action;
drop index accord.audit_entry_subject;
create index audit_entry_moment on accord.audit_entry (at, index);
create index audit_entry_case_moment on accord.audit_entry (case_key, at, index) where case_key is not null;
create index audit_entry_actor on accord.audit_entry (actor, at, index);
create index audit_entry_action on accord.audit_entry (action, at, index);
create index audit_entry_role on accord.audit_entry (role, at, index) where role is not null;
create index audit_entry_state on accord.audit_entry (state, at, index) where state is not null;
create index audit_entry_subject on accord.audit_entry (subject_id, subject_type, index);

-- Signs part words, whatever the locale of the server takes for a letter.
create function accord.audit_plain(value text) returns text immutable parallel safe language sql as $$
    select translate(lower(value), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~«»„“”‘’–—…№§°·−' || chr(160) || chr(8239), repeat(' ', 49))
$$;

create function accord.audit_vector(value jsonb) returns tsvector immutable parallel safe cost 2000 language sql as $$
    select coalesce(to_tsvector('simple', accord.audit_plain(string_agg(item #>> '{}', ' '))), '')
    from jsonb_path_query(
        case when jsonb_typeof(value) = 'object'
            then (select jsonb_object_agg(member.key, member.value) from jsonb_each(value) as member
                where not jsonb_exists(member.value, 'commitment'))
            else value end,
        'strict $.** ? (@.type() == "string" || @.type() == "number")') as item
$$;

-- The last word may be the beginning of one, from three letters on.
create function accord.audit_query(value text) returns tsquery immutable parallel safe language sql as $$
    select case
        when numnode(words) > 0 and accord.audit_plain(value) ~ '\S{3,}\s*$' then (words::text || ':*')::tsquery
        else words
    end
    from plainto_tsquery('simple', accord.audit_plain(value)) as words
$$;

create index audit_entry_text on accord.audit_entry using gin (accord.audit_vector(details))
    with (gin_pending_list_limit = 256);
create index audit_words_text on accord.audit_words using gin (accord.audit_vector(value))
    with (gin_pending_list_limit = 256);

-- What was erased leaves the index with the next vacuum; it shall not wait for a fifth of the table.
alter table accord.audit_words set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
