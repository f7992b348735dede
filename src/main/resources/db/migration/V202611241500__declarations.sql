-- What models declare of tasks beyond who and when: the decision that they state a position in, the texts that they
-- hold, what kind of work they are, and by which rule they are due.
alter table accord.task_inbox
    add column ballot text,
    add column text_fields text[] not null default '{}',
    add column subject text,
    add column due_rule text,
    add column personal boolean not null default false;
