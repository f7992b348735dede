-- Activities that are not published, each with the reason.
create table accord.iati_exclusion (
    case_key text primary key references accord.case_file (case_key),
    reason text not null,
    excluded_by text not null,
    excluded_at timestamptz not null
);
