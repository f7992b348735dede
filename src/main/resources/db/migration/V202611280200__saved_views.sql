-- How somebody looks at their work, under a name of theirs: words of a filter, never an expression.
create table accord.saved_view (
    owner text not null,
    name text not null check (length(name) between 1 and 60),
    place int not null,
    view text not null,
    q text not null,
    state text not null,
    due text not null,
    sort text not null,
    primary key (owner, name)
);
