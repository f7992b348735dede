-- What people are told by mail. Nothing here holds a word that somebody wrote: letters are made when they are sent.
create table accord.notification_preference (
    account text primary key,
    address text,
    pending text,
    code text,
    code_until timestamptz,
    code_tries integer not null default 0,
    code_asked_at timestamptz,
    refused text,
    tasks text not null default 'AT_ONCE' check (tasks in ('AT_ONCE', 'DAILY', 'NEVER')),
    deadlines text not null default 'AT_ONCE' check (deadlines in ('AT_ONCE', 'DAILY', 'NEVER')),
    notices text not null default 'AT_ONCE' check (notices in ('AT_ONCE', 'DAILY', 'NEVER')),
    zone text,
    daily time not null default '08:00',
    quiet_from time,
    quiet_until time,
    check ((quiet_from is null) = (quiet_until is null)),
    check ((pending is null) = (code is null) and (pending is null) = (code_until is null))
);

create table accord.notification_news (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('TASK', 'DEADLINE', 'NOTICE')),
    subject text not null,
    case_key text not null,
    process text not null,
    model text,
    element text,
    addressees text[] not null,
    state text,
    organisation text,
    pillar text,
    confidential boolean not null,
    by_name text not null,
    at timestamptz not null,
    tries integer not null default 0,
    next_at timestamptz not null default clock_timestamp(),
    spread_at timestamptz
);

create index notification_news_waiting on accord.notification_news (next_at, id) where spread_at is null;

create table accord.notification_mail (
    id uuid primary key,
    recipient text not null,
    address text,
    state text not null default 'READY' check (state in ('READY', 'SENDING', 'SENT', 'DROPPED', 'FAILED', 'UNCERTAIN')),
    attempts integer not null default 0,
    next_at timestamptz not null,
    made_at timestamptz not null,
    taken_at timestamptz,
    ended_at timestamptz,
    trouble text
);

create index notification_mail_ready on accord.notification_mail (next_at, id) where state = 'READY';
create index notification_mail_sending on accord.notification_mail (taken_at) where state = 'SENDING';
create index notification_mail_trouble on accord.notification_mail (made_at) where state in ('FAILED', 'UNCERTAIN');
create index notification_mail_ended on accord.notification_mail (ended_at);

create table accord.notification_notice (
    news bigint not null references accord.notification_news on delete cascade,
    recipient text not null,
    due_at timestamptz not null,
    mail uuid references accord.notification_mail on delete cascade,
    primary key (news, recipient)
);

create index notification_notice_due on accord.notification_notice (due_at, news) where mail is null;
create index notification_notice_mail on accord.notification_notice (mail) where mail is not null;
