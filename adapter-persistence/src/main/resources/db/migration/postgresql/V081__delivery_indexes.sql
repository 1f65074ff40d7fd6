-- Workers look for what is due in their channel, tidying for what has ended, people for what is dead.
drop index outbox_waiting;
create index outbox_due on outbox (channel, due_at, outbox_id) where state = 'WAITING';
create index outbox_ended on outbox (ended_at) where state in ('DELIVERED', 'SKIPPED');
create index outbox_dead on outbox (desk_id, outbox_id) where state = 'DEAD';
