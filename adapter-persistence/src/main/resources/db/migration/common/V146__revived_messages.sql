-- When somebody had a message tried again that was given up, by his own clock.
alter table outbox add column revived_at timestamp(3) with time zone;
