-- What clients are asked for and tell of their tickets in a control panel.
create table topic (
  desk_id bigint not null references desk,
  topic_key varchar(64) not null,
  position integer not null,
  english varchar(255) not null,
  russian varchar(255) not null,
  primary key (desk_id, topic_key)
);

create table client_details (
  ticket_id bigint not null primary key references ticket,
  desk_id bigint not null,
  topic_key varchar(64),
  aliased_name varchar(255),
  emails varchar(100000) not null,
  notice_id integer,
  access_level varchar(32),
  project varchar(255)
);

create table ticket_vote (
  ticket_id bigint not null primary key references ticket,
  desk_id bigint not null,
  score integer not null,
  comment varchar(50000),
  voted_at timestamp(3) with time zone not null
);

create table entry_vote (
  entry_id bigint not null primary key references entry,
  desk_id bigint not null,
  score integer not null,
  comment varchar(50000),
  voted_at timestamp(3) with time zone not null
);
