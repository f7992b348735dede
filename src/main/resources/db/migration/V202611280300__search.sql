-- What is searched by its words in any of their forms. The Russian configuration stems Latin words as English ones; the letter
-- ё is searched as е, as most people write it.

create function accord.search_vector(value text) returns tsvector immutable parallel safe language sql as $$
    select to_tsvector('pg_catalog.russian', translate(accord.audit_plain(value), 'ё', 'е'))
$$;

-- Quotes and a minus say how the words belong together; all other signs part them.
create function accord.search_query(value text) returns tsquery immutable parallel safe language sql as $$
    select websearch_to_tsquery('pg_catalog.russian',
        translate(regexp_replace(lower(value), '([^\s"])-', '\1 ', 'g'),
            'ё«»„“”!#$%&''()*+,./:;<=>?@[\]^_`{|}~‘’–—…№§°·−' || chr(160) || chr(8239), 'е"""""' || repeat(' ', 42)))
$$;

create function accord.case_words(case_key text, titles jsonb) returns text immutable parallel safe language sql as $$
    select case_key || ' ' || coalesce(string_agg(value, ' ' order by key), '') from jsonb_each_text(titles)
$$;

create index case_file_words on accord.case_file using gin (accord.search_vector(accord.case_words(case_key, titles)));
create index document_words on accord.document using gin (accord.search_vector(title));
create index comment_words on accord.comment using gin (accord.search_vector(text)) where text is not null;
