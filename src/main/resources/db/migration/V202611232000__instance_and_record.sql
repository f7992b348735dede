create table accord.instance_time (
    only_row boolean primary key default true check (only_row),
    offset_millis bigint not null
);

create table accord.audit_entry (
    index bigint generated always as identity primary key,
    at timestamptz not null,
    actor_kind text not null,
    actor text not null,
    role text,
    role_state text,
    role_organisation text,
    role_pillar text,
    on_behalf_of text,
    action text not null,
    subject_type text not null,
    subject_id text not null,
    case_key text,
    state text,
    organisation text,
    pillar text,
    audiences text[] not null,
    details jsonb not null
);

create index audit_entry_case on accord.audit_entry (case_key, index) where case_key is not null;
create index audit_entry_actor on accord.audit_entry (actor, index);
create index audit_entry_action on accord.audit_entry (action, index);

create function accord.audit_entry_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the record is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_entry_no_change before update or delete on accord.audit_entry
    for each row execute function accord.audit_entry_is_append_only();

create trigger audit_entry_no_truncate before truncate on accord.audit_entry
    for each statement execute function accord.audit_entry_is_append_only();
