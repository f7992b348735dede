-- Who may approve how much, by name and for a time; checked at the moment of decision.
create table accord.programme_delegation (
    id bigint generated always as identity primary key,
    user_name text not null references accord.programme_post (user_name),
    spending_limit numeric(14, 2) not null check (spending_limit >= 0),
    valid_from date not null,
    valid_until date,
    given_by text references accord.programme_post (user_name),
    constraint programme_delegation_in_order check (valid_until is null or valid_until >= valid_from)
);

create index programme_delegation_user on accord.programme_delegation (user_name);

-- The authority that a task asks for, and for which thing of a list it stands, as its model says.
alter table accord.task_inbox add column authority text, add column item text;

-- What was approved on conditions: each is met in a task of its own, and falls when the approval is decided anew.
create table accord.approval_condition (
    case_key text not null,
    number int not null,
    condition text not null,
    status text not null check (status in ('OPEN', 'MET', 'SUPERSEDED')),
    instance_id text not null,
    set_in text not null references accord.task_inbox (task_id),
    met_in text references accord.task_inbox (task_id),
    primary key (case_key, number),
    constraint approval_condition_met check (status <> 'MET' or met_in is not null)
);
