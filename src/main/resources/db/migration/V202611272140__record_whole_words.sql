-- All words but the last, which may only be begun: these alone lead to few places quickly.
create function accord.audit_whole(value text) returns tsquery immutable parallel safe language sql as $$
    select plainto_tsquery('simple', regexp_replace(accord.audit_plain(value), '\S+\s*$', ''))
$$;
