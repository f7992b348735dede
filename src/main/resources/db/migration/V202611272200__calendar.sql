-- Meetings and workshops last, and people keep them in calendars of their own, which must learn what became of them.
alter table accord.case_file add column last_date date, add column called_off boolean not null default false;

create index case_file_dates on accord.case_file (reference_date, case_key) where reference_date is not null;
create index decision_deadline on accord.decision (deadline, id) where deadline is not null;

create table accord.calendar_feed (
    account text primary key,
    secret text not null unique,
    made_at timestamptz not null,
    read_at timestamptz
);

create table accord.calendar_told (
    account text not null,
    uid text not null,
    case_key text not null,
    sequence integer not null,
    facts text not null,
    first_day date,
    last_day date,
    moment timestamptz,
    told_at timestamptz not null,
    withdrawn boolean not null default false,
    mailed integer,
    primary key (account, uid),
    check ((moment is null) = (first_day is not null) and (first_day is null) = (last_day is null))
);

create index calendar_told_mailed on accord.calendar_told (case_key) where mailed is not null;
