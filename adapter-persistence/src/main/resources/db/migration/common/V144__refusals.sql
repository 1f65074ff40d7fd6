-- What has to be said of a message in the end, whatever comes of its other attempts.
alter table outbox add column noted varchar(500);
