-- How often signing in failed of late, by the digest of what was tried: an account's name, a device that is known, an address.
create table accord.identity_attempt (
    subject text primary key,
    failures int not null check (failures >= 0),
    since timestamptz not null,
    waits_until timestamptz
);

create index identity_attempt_since on accord.identity_attempt (since);

-- Browsers in which the holder of an account signed in: others who guess its password do not keep them out.
create table accord.identity_device (
    digest text not null,
    account text not null references accord.identity_account (name),
    used timestamptz not null,
    primary key (digest, account)
);

create index identity_device_account on accord.identity_device (account);
