-- What desks have added to their tickets, users, companies and assets, and what stands in it.
create table custom_field (
  desk_id bigint not null,
  field_id integer not null,
  public_id uuid not null,
  subject varchar(16) not null,
  name varchar(255) not null,
  kind varchar(16) not null,
  technicians_only boolean not null,
  mandatory boolean not null,
  hidden boolean not null,
  multiple boolean not null,
  field_position integer not null,
  default_value varchar(200000),
  active boolean not null,
  primary key (desk_id, field_id)
);

create table custom_field_category (
  desk_id bigint not null,
  field_id integer not null,
  category_id integer not null,
  primary key (desk_id, field_id, category_id)
);

create table custom_field_option (
  desk_id bigint not null,
  field_id integer not null,
  option_id integer not null,
  option_position integer not null,
  option_key varchar(255) not null,
  option_text varchar(255) not null,
  primary key (desk_id, field_id, option_id)
);

create table field_value (
  desk_id bigint not null,
  subject varchar(16) not null,
  owner_key varchar(36) not null,
  field_id integer not null,
  kept varchar(500000) not null,
  primary key (desk_id, subject, owner_key, field_id)
);
