-- Who stands in for whom. Nothing is undone when one ends: what somebody may do is worked out from the rows each time.
create table accord.substitution_number (
    kind text not null,
    year int not null,
    last int not null,
    primary key (kind, year)
);

create table accord.substitution (
    id text primary key,
    number bigint generated always as identity,
    principal text not null references accord.programme_post (user_name),
    substitute text not null references accord.programme_post (user_name),
    valid_from date not null,
    valid_until date not null,
    roles text[] not null check (cardinality(roles) > 0),
    state text,
    processes text[] not null,
    reach_state text,
    status text not null check (status in ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'ENDED')),
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    remark text,
    closed_by text,
    closed_at timestamptz,
    constraint substitution_of_another check (principal <> substitute),
    constraint substitution_in_order check (valid_until >= valid_from),
    constraint substitution_by_a_second_person check (
        decided_by is null or decided_by not in (proposed_by, principal, substitute) or status <> 'APPROVED')
);

create index substitution_substitute on accord.substitution (substitute, valid_until);
create index substitution_principal on accord.substitution (principal, valid_until);
create unique index substitution_in_sequence on accord.substitution (number);

comment on column accord.substitution.state is 'The State whose mandates alone are used; absent for all.';
comment on column accord.substitution.reach_state is
    'The State that everything used is for, so that its own approvers may decide; absent if more is concerned.';

create table accord.handover (
    id text primary key,
    number bigint generated always as identity,
    from_post text not null references accord.programme_post (user_name),
    to_post text not null references accord.programme_post (user_name),
    status text not null check (status in ('PROPOSED', 'DONE', 'WITHDRAWN')),
    proposed_by text not null,
    proposed_at timestamptz not null,
    appointed boolean not null,
    from_confirmed timestamptz,
    to_confirmed timestamptz,
    closed_by text,
    closed_at timestamptz,
    constraint handover_to_another check (from_post <> to_post),
    constraint handover_agreed check (status <> 'DONE' or from_confirmed is not null and to_confirmed is not null)
);

create unique index handover_one_open on accord.handover (from_post) where status = 'PROPOSED';
