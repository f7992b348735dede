-- Days that a calendar of the programme file does not know: off by decree, or worked instead.
create table accord.calendar_day (
    calendar text not null,
    day date not null,
    name jsonb not null,
    off boolean not null,
    primary key (calendar, day)
);
