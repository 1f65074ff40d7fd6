-- Rows of lists that only those who work at the desk know of.
alter table catalogue_row add column staff_only boolean default false not null;
