-- Files of cases. The bytes lie outside the database under their SHA-256; here stands what they are and who may read them.
create table accord.document (
    id uuid primary key,
    case_key text not null references accord.case_file (case_key),
    number int not null,
    title text not null,
    content text not null,
    level text not null check (level in ('UNCLASSIFIED', 'CONFIDENTIAL')),
    readership text not null,
    state text,
    created_by text not null,
    created_at timestamptz not null,
    held_by text,
    held_at timestamptz,
    hold_reason text,
    destroyed_by text,
    destroyed_at timestamptz,
    unique (case_key, number),
    constraint document_hold check ((held_by is null) = (hold_reason is null)),
    constraint document_held_or_destroyed check (held_by is null or destroyed_by is null)
);

create table accord.document_edition (
    document_id uuid not null references accord.document (id),
    number int not null,
    kind text not null check (kind in ('FIRST', 'REVISION', 'CORRIGENDUM', 'ADDENDUM')),
    reason text,
    task_id text references accord.task_inbox (task_id),
    created_by text not null,
    created_at timestamptz not null,
    parity_by text,
    parity_at timestamptz,
    primary key (document_id, number),
    constraint document_edition_first check ((number = 1) = (kind = 'FIRST'))
);

create index document_edition_task on accord.document_edition (task_id);

create table accord.document_file (
    document_id uuid not null,
    edition int not null,
    language text not null,
    digest text not null,
    media_type text not null,
    size bigint not null,
    name text not null,
    scan text not null check (scan in ('CLEAN', 'NOT_SCANNED', 'QUARANTINED', 'INFECTED')),
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    primary key (document_id, edition, language),
    foreign key (document_id, edition) references accord.document_edition (document_id, number)
);

create index document_file_digest on accord.document_file (digest);
create index document_file_quarantined on accord.document_file (scan) where scan = 'QUARANTINED';
