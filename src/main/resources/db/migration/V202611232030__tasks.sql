create table accord.task_inbox (
    task_id text primary key,
    version int not null,
    status text not null check (status in ('OPEN', 'DONE', 'WITHDRAWN')),
    case_key text not null,
    process_key text not null,
    definition_id text not null,
    instance_id text not null,
    element_id text not null,
    form_key text not null,
    form_version int not null,
    role text not null,
    state text,
    organisation text,
    pillar text,
    confidential boolean not null,
    secretariat_only boolean not null,
    not_same_as text[] not null,
    facts jsonb not null,
    case_fields jsonb not null,
    assignee text,
    due timestamptz,
    opened timestamptz not null,
    closed timestamptz,
    priority int not null,
    search text not null
);

create index task_inbox_case on accord.task_inbox (case_key, opened);

create table accord.task_principal (
    principal text not null,
    task_id text not null references accord.task_inbox,
    due_key timestamptz not null,
    opened timestamptz not null,
    priority int not null,
    primary key (principal, task_id)
);

create index task_principal_due on accord.task_principal (principal, due_key, task_id);
create index task_principal_opened on accord.task_principal (principal, opened desc, task_id desc);
create index task_principal_priority on accord.task_principal (principal, priority desc, task_id desc);
create index task_principal_task on accord.task_principal (task_id);

create table accord.task_submission (
    number bigint generated always as identity primary key,
    task_id text not null unique references accord.task_inbox,
    case_key text not null,
    element_id text not null,
    form_key text not null,
    form_version int not null,
    data jsonb not null,
    digest text not null,
    submitted_by text not null,
    role text not null,
    role_state text,
    role_organisation text,
    role_pillar text,
    on_behalf_of text,
    at timestamptz not null
);

create index task_submission_case on accord.task_submission (case_key, number);
create index task_submission_author on accord.task_submission (submitted_by, number);

create table accord.task_draft (
    task_id text not null references accord.task_inbox,
    author text not null,
    data jsonb not null,
    saved_at timestamptz not null,
    primary key (task_id, author)
);

create table accord.task_request (
    actor text not null,
    request_key text not null,
    task_id text not null,
    request_digest text not null,
    at timestamptz not null,
    primary key (actor, request_key)
);
