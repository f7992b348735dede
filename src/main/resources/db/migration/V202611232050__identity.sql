create table accord.identity_account (
    name text primary key,
    password_hash text not null,
    enabled boolean not null,
    demo boolean not null,
    language text
);

create table accord.identity_token (
    id uuid primary key,
    account text not null references accord.identity_account,
    label text not null,
    digest text not null unique,
    created timestamptz not null,
    expires timestamptz not null,
    revoked timestamptz
);
