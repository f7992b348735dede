-- Somebody who stands in for another sees what the other holds, and only in the processes and roles that this was
-- agreed for. So a task knows the process of its case, which it may be done in another process than, and a held task is
-- addressed to its holder in each role that could do it as well.
alter table accord.task_inbox add column case_process text;

update accord.task_inbox t
set case_process = c.process_key
from accord.case_file c
where c.case_key = t.case_key and c.process_key <> t.process_key;

comment on column accord.task_inbox.case_process is
    'The process of the case, where the task stands in another one that it called; absent where it is the same.';

insert into accord.task_principal (principal, task_id, due_key, opened, priority)
select distinct
    'user:' || t.assignee || '/' || t.role
        || coalesce('/organisation=' || o.organisation, '')
        || coalesce('/pillar=' || p.pillar, '')
        || coalesce('/state=' || s.state, ''),
    t.task_id, coalesce(t.due, timestamptz 'infinity'), t.opened, t.priority
from accord.task_inbox t
cross join lateral (values (t.organisation), (null)) as o (organisation)
cross join lateral (values (t.pillar), (null)) as p (pillar)
cross join lateral (values (t.state), (null)) as s (state)
where t.status = 'OPEN' and t.assignee is not null;
