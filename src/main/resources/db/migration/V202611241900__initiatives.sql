-- The initiative of the programme that a case serves, by its code.
alter table accord.case_file add column initiative text;

create index case_file_initiative on accord.case_file (initiative, started) where initiative is not null;
