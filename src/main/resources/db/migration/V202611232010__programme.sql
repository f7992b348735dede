create table accord.programme_file (
    only_row boolean primary key default true check (only_row),
    name text not null,
    digest text not null,
    text text not null,
    loaded_at timestamptz not null
);

create table accord.programme_post (
    user_name text primary key,
    name jsonb not null
);

create table accord.programme_mandate (
    id bigint generated always as identity primary key,
    user_name text not null references accord.programme_post (user_name),
    role text not null,
    state text,
    organisation text,
    pillar text,
    valid_from date not null,
    valid_until date,
    constraint programme_mandate_in_order check (valid_until is null or valid_until >= valid_from)
);

create index programme_mandate_user on accord.programme_mandate (user_name);
create index programme_mandate_role on accord.programme_mandate (role);
