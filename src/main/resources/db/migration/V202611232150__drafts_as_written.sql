-- A draft is kept as it was written, also with characters that jsonb does not take.
alter table accord.task_draft alter column data type json using data::text::json;
