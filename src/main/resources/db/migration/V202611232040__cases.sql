create table accord.case_number (
    kind text not null,
    year int not null,
    last int not null,
    primary key (kind, year)
);

create table accord.case_file (
    case_key text primary key,
    process_key text not null,
    definition_id text,
    instance_id text unique,
    parent_key text references accord.case_file,
    titles jsonb not null,
    status text not null check (status in ('RUNNING', 'ENDED', 'CANCELLED', 'FAILED')),
    outcome text,
    state text,
    pillar text,
    reference_date date,
    secretariat_only boolean not null,
    started_by text not null,
    started timestamptz not null,
    ended timestamptz
);

create index case_file_started on accord.case_file (started desc, case_key desc);
create index case_file_parent on accord.case_file (parent_key, started) where parent_key is not null;

create table accord.case_participant (
    case_key text not null references accord.case_file,
    state text not null,
    standing text not null check (standing in ('PARTICIPATING', 'OBSERVER', 'DEFERRED')),
    since timestamptz not null,
    primary key (case_key, state)
);

create table accord.decision_round (
    case_key text not null,
    topic text not null,
    round int not null,
    primary key (case_key, topic)
);

create table accord.decision_position (
    case_key text not null,
    topic text not null,
    round int not null,
    state text not null,
    position text not null,
    at timestamptz not null,
    primary key (case_key, topic, round, state)
);
