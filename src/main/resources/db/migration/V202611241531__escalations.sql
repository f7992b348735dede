-- What was done about late work, each action once for each task; who was told; and when to look at a task again.
create table accord.task_escalation (
    task_id text not null references accord.task_inbox,
    action text not null,
    told text[] not null,
    at timestamptz not null,
    primary key (task_id, action)
);

alter table accord.task_inbox
    add column told text[] not null default '{}',
    add column next_look timestamptz;

create index task_inbox_look on accord.task_inbox (next_look nulls first) where status = 'OPEN' and due is not null;
create index task_inbox_told on accord.task_inbox using gin (told) where status = 'OPEN';
