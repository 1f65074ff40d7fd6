-- The sites that somebody serves, joined by commas; whose turn it is among those of each site, 0
-- standing for none.
alter table app_user add column sites varchar(4000) default '' not null;
alter table assignment_turn add column site_id integer default 0 not null;
alter table assignment_turn drop constraint assignment_turn_pk;
alter table assignment_turn
  add constraint assignment_turn_pk primary key (desk_id, group_id, site_id);
