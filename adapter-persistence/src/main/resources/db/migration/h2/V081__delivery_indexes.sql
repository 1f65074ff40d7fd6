-- Workers look for what is due in their channel, tidying for what has ended, people for what is dead.
drop index outbox_waiting;
create index outbox_due on outbox (state, channel, due_at, outbox_id);
create index outbox_ended on outbox (state, ended_at);
create index outbox_dead on outbox (desk_id, state, outbox_id);
