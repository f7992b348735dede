-- All that reports read. A module that changes its tables keeps these views in step with them.

create view accord.report_case as
select case_key, process_key as process, status, outcome, state, pillar, secretariat_only, started, ended, reference_date,
    last_date, called_off
from accord.case_file;

create view accord.report_task as
select t.task_id, t.case_key, t.process_key as process, t.element_id as element, t.role, t.state as holder_state,
    coalesce(t.state, c.state) as state, c.pillar, t.status, t.assignee, t.opened, t.due, t.closed,
    t.confidential, t.secretariat_only or c.secretariat_only as secretariat_only
from accord.task_inbox t join accord.case_file c using (case_key);

create view accord.report_decision as
select d.id, d.case_key, d.kind, d.outcome, d.opened, d.closed, c.state, c.pillar, c.secretariat_only
from accord.decision d join accord.case_file c using (case_key);

-- What a case costs and who pays, each time that it was handed in, by whichever form asks for both; the last one counts.
create view accord.report_cost as
select s.case_key, s.number, s.data ->> 'donor' as donor, (s.data ->> 'amount')::numeric as dollars,
    t.confidential or t.state is not null as confidential, c.status, c.outcome, c.state, c.pillar,
    t.secretariat_only or c.secretariat_only as secretariat_only, c.started
from accord.task_submission s
join accord.task_inbox t using (task_id)
join accord.case_file c on c.case_key = s.case_key
where jsonb_typeof(s.data -> 'donor') = 'string' and jsonb_typeof(s.data -> 'amount') = 'number';
