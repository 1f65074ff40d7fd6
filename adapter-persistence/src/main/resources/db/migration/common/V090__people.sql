-- What is to be known of people and companies beside what they are needed for.
alter table app_user add column phone varchar(255) default '' not null;
alter table app_user add column location varchar(255) default '' not null;
alter table app_user add column notes varchar(100000) default '' not null;
alter table app_user add column greeting varchar(1000) default '' not null;
alter table app_user add column signature varchar(100000) default '' not null;

create table company_notes (
  desk_id bigint not null references desk,
  company_id integer not null,
  notes varchar(100000) not null,
  primary key (desk_id, company_id)
);

-- Whose people have addresses of which domains.
create table company_domain (
  desk_id bigint not null references desk,
  domain varchar(765) not null,
  company_id integer not null,
  primary key (desk_id, domain)
);
