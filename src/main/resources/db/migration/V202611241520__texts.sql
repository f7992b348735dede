-- The texts of cases, version by version.
create table accord.case_text (
    case_key text not null references accord.case_file,
    number int not null check (number > 0),
    bodies jsonb not null,
    status text not null check (status in ('DRAFT', 'RELEASED', 'LOCKED', 'ADOPTED')),
    digest text not null,
    written_by text not null,
    written_at timestamptz not null,
    locked_by text,
    primary key (case_key, number),
    check ((status = 'LOCKED') = (locked_by is not null))
);

create function accord.case_text_keeps_its_words() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or old.status = 'ADOPTED'
        or (new.case_key, new.number, new.bodies, new.digest, new.written_by, new.written_at)
            is distinct from (old.case_key, old.number, old.bodies, old.digest, old.written_by, old.written_at) then
        raise exception 'a version of a text is never changed: % refused', tg_op using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger case_text_no_change before update or delete on accord.case_text
    for each row execute function accord.case_text_keeps_its_words();

create trigger case_text_no_truncate before truncate on accord.case_text
    for each statement execute function accord.case_text_keeps_its_words();
