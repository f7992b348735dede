create table accord.form_version (
    key          text        not null,
    version      integer     not null check (version > 0),
    digest       text        not null check (digest ~ '^[0-9a-f]{64}$'),
    schema       text        not null,
    translations text        not null,
    created_at   timestamptz not null default now(),
    primary key (key, version),
    unique (key, digest)
);

comment on table accord.form_version is
    'Every form that was ever in use, as written. Rows are added and never changed: tasks keep the version they were opened with.';
comment on column accord.form_version.translations is 'JSON object: language code to the contents of the side file.';
