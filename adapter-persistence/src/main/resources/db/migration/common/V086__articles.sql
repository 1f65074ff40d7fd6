-- What people can help themselves with. Lists of articles go along the primary key.
create table desk_number (
  desk_id bigint not null references desk,
  name varchar(32) not null,
  last_number bigint not null,
  primary key (desk_id, name)
);

create table article (
  desk_id bigint not null references desk,
  article_id bigint not null,
  subject varchar(255) not null,
  category_id integer,
  staff_only boolean not null,
  tag_ids varchar(10000) not null,
  author_id uuid,
  created_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null,
  body varchar(1000000) not null,
  format varchar(8) not null,
  primary key (desk_id, article_id)
);
