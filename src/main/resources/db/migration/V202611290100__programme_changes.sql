-- The programme's file may be replaced by two persons: one proposes another, a second confirms it.
create table accord.programme_change (
    number bigint generated always as identity primary key,
    file_name text not null,
    digest text not null,
    text text not null,
    base_digest text not null,
    reason text not null,
    status text not null check (status in ('DRAFT', 'PROPOSED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN')),
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    constraint programme_change_decided check ((status in ('DRAFT', 'PROPOSED')) = (decided_by is null)),
    constraint programme_change_by_a_second_person check (
        status not in ('CONFIRMED', 'REFUSED') or decided_by <> proposed_by)
);

create unique index programme_change_draft on accord.programme_change (proposed_by) where status = 'DRAFT';

-- What was in force before.
create table accord.programme_file_past (
    digest text not null,
    name text not null,
    text text not null,
    loaded_at timestamptz not null,
    replaced_at timestamptz not null,
    primary key (replaced_at)
);
