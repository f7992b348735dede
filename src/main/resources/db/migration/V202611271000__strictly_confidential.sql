-- The third level of ST/SGB/2007/6.
alter table accord.document drop constraint document_level_check;
alter table accord.document add constraint document_level_check
    check (level in ('UNCLASSIFIED', 'CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL'));
