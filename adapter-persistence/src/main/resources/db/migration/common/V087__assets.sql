-- What people are given to work with. Labels are the names that many assets share.
create table asset_label (
  desk_id bigint not null references desk,
  kind varchar(16) not null,
  label_id integer not null,
  name varchar(255) not null,
  folded_name varchar(765) not null,
  primary key (desk_id, kind, label_id)
);
create unique index asset_label_name on asset_label (desk_id, kind, folded_name);

create table asset (
  desk_id bigint not null references desk,
  asset_id bigint not null,
  model_name varchar(255) not null,
  folded_model varchar(765) not null,
  serial_number varchar(255) not null,
  location varchar(255) not null,
  comments varchar(100000) not null,
  quantity integer not null,
  manufacturer_id integer,
  type_id integer,
  supplier_id integer,
  company_id integer,
  disabled boolean not null,
  version bigint not null,
  primary key (desk_id, asset_id)
);

create table asset_user (
  desk_id bigint not null,
  asset_id bigint not null,
  user_id uuid not null references app_user,
  given_at timestamp(3) with time zone not null,
  primary key (desk_id, asset_id, user_id),
  foreign key (desk_id, asset_id) references asset
);

create table asset_ticket (
  desk_id bigint not null,
  asset_id bigint not null,
  ticket_id bigint not null references ticket,
  primary key (desk_id, asset_id, ticket_id),
  foreign key (desk_id, asset_id) references asset
);
