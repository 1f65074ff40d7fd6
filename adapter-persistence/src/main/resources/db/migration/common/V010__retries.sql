-- Requests that clients marked, so that repetitions get the first answer again.
create table retry (
  desk_id bigint not null,
  caller varchar(255) not null,
  retry_key varchar(255) not null,
  fingerprint varchar(64) not null,
  claimed_at timestamp(3) with time zone not null,
  status integer,
  headers varchar(8000),
  constraint retry_pk primary key (desk_id, caller, retry_key)
);

create index retry_claimed_at on retry (claimed_at);

-- The text of an answer, in parts because no column takes a text of any length.
create table retry_body (
  desk_id bigint not null,
  caller varchar(255) not null,
  retry_key varchar(255) not null,
  part integer not null,
  text varchar(200000) not null,
  constraint retry_body_pk primary key (desk_id, caller, retry_key, part),
  constraint retry_body_retry foreign key (desk_id, caller, retry_key)
    references retry (desk_id, caller, retry_key) on delete cascade
);
