-- What callbacks tell, as it was when it happened, and to which round a resolution belongs.
alter table outbox add column told_status varchar(255);
alter table outbox add column told_resolved_at timestamp(3) with time zone;
alter table outbox add column told_resolved_by uuid;
alter table outbox add column told_details varchar(1000000);

alter table resolution add column reopen_count integer default -1 not null;
update resolution set reopen_count =
  (select t.reopen_count from ticket t where t.ticket_id = resolution.ticket_id)
where ticket_id in (select t.ticket_id from ticket t where t.resolved_at is not null);
