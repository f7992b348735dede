create table accord.verification_run (
    run bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    entries bigint not null,
    unsealed bigint not null,
    root text not null,
    faults jsonb not null
);

create index audit_entry_subject on accord.audit_entry (subject_type, subject_id, index);
