-- Rights change by two persons: one proposes, another confirms, and neither is whom it favours.
create table accord.mandate_change (
    number bigint generated always as identity primary key,
    act text not null check (act in ('GRANT', 'END')),
    user_name text not null references accord.programme_post (user_name),
    role text not null,
    state text,
    organisation text,
    pillar text,
    valid_from date not null,
    valid_until date,
    last_day date,
    reason text not null,
    status text not null check (status in ('PROPOSED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN')),
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    constraint mandate_change_last_day check ((act = 'END') = (last_day is not null)),
    constraint mandate_change_decided check ((status = 'PROPOSED') = (decided_by is null)),
    constraint mandate_change_by_a_second_person check (
        status not in ('CONFIRMED', 'REFUSED') or decided_by not in (proposed_by, user_name)),
    constraint mandate_change_not_for_oneself check (proposed_by <> user_name)
);

create index mandate_change_open on accord.mandate_change (number) where status = 'PROPOSED';
