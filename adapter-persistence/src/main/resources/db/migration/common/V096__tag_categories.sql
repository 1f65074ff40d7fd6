-- Tag categories have names; categories and tags may be deleted, which tickets do not feel.
create table tag_category (
  desk_id bigint not null references desk,
  category_id uuid not null,
  name varchar(255) not null,
  color varchar(32) not null,
  deleted boolean not null,
  primary key (desk_id, category_id)
);

alter table tag add column deleted boolean default false not null;
