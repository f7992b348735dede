-- Entries that were there before get their body in the migration written in Java that follows.
alter table accord.audit_entry
    add column txid xid8 not null default pg_current_xact_id(),
    add column body text,
    add column salt bytea;

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
