-- What has become of messages.
alter table outbox add column missing varchar(100000) default '' not null;
alter table outbox add column remark varchar(500);
alter table outbox add column ended_at timestamp(3) with time zone;
