-- What people say to each other about cases and tasks, and when each reader last looked.
create table accord.comment (
    number bigint generated always as identity primary key,
    id uuid not null unique,
    case_key text not null references accord.case_file,
    process text not null,
    task text references accord.task_inbox,
    author text not null,
    role text not null,
    role_state text,
    role_organisation text,
    role_pillar text,
    on_behalf_of text,
    audience text not null,
    audiences text[] not null,
    text text,
    mentions text[] not null,
    at timestamptz not null,
    withdrawn timestamptz,
    check (text is not null or withdrawn is not null)
);

create index comment_case on accord.comment (case_key, number);
create index comment_mentions on accord.comment using gin (mentions);

create table accord.case_look (
    account text not null,
    case_key text not null references accord.case_file,
    part text not null,
    before_at timestamptz,
    last_at timestamptz not null,
    primary key (account, case_key, part)
);

alter table accord.notification_news drop constraint notification_news_kind_check;
alter table accord.notification_news
    add constraint notification_news_kind_check check (kind in ('TASK', 'DEADLINE', 'NOTICE', 'MENTION'));
alter table accord.notification_preference add column mentions text not null default 'AT_ONCE'
    check (mentions in ('AT_ONCE', 'DAILY', 'NEVER'));
