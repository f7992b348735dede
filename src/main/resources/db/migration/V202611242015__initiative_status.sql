-- How an initiative was rated last by the table D13, and in which case.
create table accord.initiative_status (
    initiative text primary key,
    case_key text not null references accord.case_file,
    colour text not null check (colour in ('green', 'amber', 'red', 'blue', 'grey')),
    at timestamptz not null
);
