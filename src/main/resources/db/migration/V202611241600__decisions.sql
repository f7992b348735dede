-- A decision: what is decided in a case, by whom, until when, and what came of it.
create table accord.decision (
    id text primary key,
    case_key text not null,
    topic text not null,
    round int not null,
    kind text not null check (kind in ('CLEARANCE', 'SILENCE', 'BALLOT')),
    question jsonb not null,
    role text not null,
    terms jsonb not null,
    opened timestamptz not null,
    deadline timestamptz,
    reminder timestamptz,
    extensions_asked int not null default 0,
    outcome text,
    closed timestamptz,
    result jsonb,
    text_version int,
    text_digest text,
    instance_id text,
    waits_at text,
    released boolean not null default false,
    unique (case_key, topic, round),
    constraint decision_closed_with_outcome check ((closed is null) = (outcome is null))
);

create index decision_open on accord.decision (case_key) where closed is null;
create index decision_instance on accord.decision (instance_id) where closed is null;

-- The electorate, frozen when the decision opens; standings change, members do not.
create table accord.decision_member (
    decision_id text not null references accord.decision,
    place int not null,
    voter text not null,
    standing text not null check (standing in ('ENTITLED', 'OBSERVER', 'LEFT', 'RECUSED')),
    reason text not null,
    voted boolean not null default false,
    primary key (decision_id, voter)
);

-- Everything said in a decision. Positions count; requests, comments and what came too late do not. A secret vote names
-- nobody and no moment.
create table accord.decision_statement (
    id uuid primary key,
    decision_id text not null references accord.decision,
    sender text,
    position text not null,
    effect text not null,
    counts boolean not null,
    words jsonb not null,
    actor text,
    role text,
    on_behalf_of text,
    at timestamptz,
    withdrawn timestamptz
);

-- At most one position per State and round, whatever happens at the same moment.
create unique index decision_statement_once on accord.decision_statement (decision_id, sender)
    where counts and withdrawn is null and sender is not null;
create index decision_statement_order on accord.decision_statement (decision_id, at, id);

-- What was stated before decisions had an electorate.
insert into accord.decision (id, case_key, topic, round, kind, question, role, terms, opened, outcome, closed)
select distinct on (p.case_key, p.topic, p.round)
    p.case_key || '.' || p.topic || '.' || p.round, p.case_key, p.topic, p.round, 'CLEARANCE',
    jsonb_build_object('en', p.topic), 'NFP', '{}'::jsonb, p.at,
    case when p.round < r.round then 'COUNTED' end, case when p.round < r.round then p.at end
from accord.decision_position p
join accord.decision_round r on r.case_key = p.case_key and r.topic = p.topic
order by p.case_key, p.topic, p.round, p.at;

insert into accord.decision_statement (id, decision_id, sender, position, effect, counts, words, at)
select gen_random_uuid(), p.case_key || '.' || p.topic || '.' || p.round, p.state, p.position, 'NOTED', true,
    '{}'::jsonb, p.at
from accord.decision_position p;

drop table accord.decision_position;
drop table accord.decision_round;
