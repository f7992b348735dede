alter table accord.audit_entry
    add column txid xid8 not null default pg_current_xact_id(),
    add column body text,
    add column salt bytea;

-- Entries of an earlier Accord get the body that is sealed, in the spelling of RFC 8785.
create function pg_temp.canonical(value jsonb) returns text language sql as $$
    select case jsonb_typeof(value)
        when 'object' then '{' || coalesce((
            select string_agg(to_json(key)::text || ':' || pg_temp.canonical(item), ',' order by key collate "C")
            from jsonb_each(value) as member (key, item)), '') || '}'
        when 'array' then '[' || coalesce((
            select string_agg(pg_temp.canonical(item), ',' order by place)
            from jsonb_array_elements(value) with ordinality as list (item, place)), '') || ']'
        when 'number' then trim_scale((value #>> '{}')::numeric)::text
        when 'string' then to_json(value #>> '{}')::text
        else value::text
    end
$$;

create function pg_temp.moment(at timestamptz) returns text language sql as $$
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
        || case
            when micros = 0 then ''
            when micros % 1000 = 0 then '.' || lpad((micros / 1000)::text, 3, '0')
            else '.' || lpad(micros::text, 6, '0')
        end || 'Z'
    from (select extract(microseconds from at)::bigint % 1000000 as micros) as fraction
$$;

create function pg_temp.scope(state text, organisation text, pillar text) returns jsonb language sql as $$
    select jsonb_strip_nulls(jsonb_build_object('state', state, 'organisation', organisation, 'pillar', pillar))
$$;

alter table accord.audit_entry disable trigger audit_entry_no_change;

update accord.audit_entry set
    salt = uuid_send(gen_random_uuid()),
    body = pg_temp.canonical(
        jsonb_build_object(
            'v', 1,
            'at', pg_temp.moment(at),
            'actor', jsonb_build_object('kind', actor_kind, 'name', actor),
            'action', action,
            'subject', jsonb_build_object('type', subject_type, 'id', subject_id),
            'scope', pg_temp.scope(state, organisation, pillar),
            'audiences', to_jsonb(audiences),
            'details', details)
        || jsonb_strip_nulls(jsonb_build_object('case', case_key))
        || case when role is null then '{}'::jsonb else jsonb_build_object('capacity',
            jsonb_build_object('role', role, 'scope', pg_temp.scope(role_state, role_organisation, role_pillar))
            || jsonb_strip_nulls(jsonb_build_object('onBehalfOf', on_behalf_of))) end);

alter table accord.audit_entry enable trigger audit_entry_no_change;

alter table accord.audit_entry alter column body set not null, alter column salt set not null;

create index audit_entry_order on accord.audit_entry (txid, index);

create table accord.audit_words (
    entry bigint not null,
    key text not null,
    salt bytea,
    value jsonb,
    erased_at timestamptz,
    primary key (entry, key),
    check ((value is null) = (salt is null)),
    check ((value is null) = (erased_at is not null))
);

create function accord.audit_words_are_only_erased() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.entry = old.entry and new.key = old.key and new.value is null and old.value is not null then
        return new;
    end if;
    raise exception 'words of the record are erased or left: % refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_words_no_change before update or delete on accord.audit_words
    for each row execute function accord.audit_words_are_only_erased();

create trigger audit_words_no_truncate before truncate on accord.audit_words
    for each statement execute function accord.audit_entry_is_append_only();

create table accord.seal_leaf (
    leaf bigint primary key,
    entry bigint not null unique,
    sealed_at timestamptz not null default clock_timestamp()
);

create table accord.seal_tile (
    level smallint not null,
    number bigint not null,
    hashes bytea not null,
    primary key (level, number)
);

alter table accord.seal_tile alter column hashes set storage external;

create table accord.seal_checkpoint (
    size bigint primary key,
    root bytea not null,
    note text not null,
    cosignatures text not null default '',
    signed_at timestamptz not null default clock_timestamp()
);

create table accord.seal_progress (
    only_row boolean primary key default true check (only_row),
    floor bigint not null,
    txid xid8 not null,
    entry bigint not null
);

insert into accord.seal_progress (floor, txid, entry) values (0, '0', 0);
