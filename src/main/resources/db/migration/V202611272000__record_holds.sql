-- A case that is held keeps its words and files, whatever their time.
create table accord.audit_hold (
    case_key text primary key,
    by_user text not null,
    at timestamptz not null,
    reason text not null
);
