-- Accounts are made by invitation, locked and opened again; sessions begun before a moment are over.
alter table accord.identity_account add column sessions_from timestamptz, add column signed_in_at timestamptz;

create table accord.identity_invitation (
    account text primary key references accord.programme_post (user_name),
    secret text not null unique,
    made_by text not null,
    made_at timestamptz not null,
    expires timestamptz not null
);
