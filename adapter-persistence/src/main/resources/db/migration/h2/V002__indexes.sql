-- As for PostgreSQL, without its partial indexes.
create index user_group_members on user_group (desk_id, group_id);
create index user_category_members on user_category (desk_id, category_id);

create index ticket_by_requester on ticket (desk_id, requester_id, status_type, ticket_number);
create index ticket_by_opening on ticket (desk_id, requester_id, opened_at, ticket_number);
create index ticket_by_group on ticket (desk_id, group_id, ticket_number);
create index ticket_by_technician on ticket (desk_id, technician_id, status_type, ticket_number);
create index ticket_by_status on ticket (desk_id, status_type, ticket_number);
create index ticket_due on ticket (desk_id, due_in_force_at, ticket_number);
create index ticket_escalated on ticket (desk_id, escalated, ticket_number);

create index sla_clock_next_event on sla_clock (next_event_at);

create index entry_of_ticket on entry (ticket_id, entry_id);
create index entry_opening on entry (ticket_id, kind);
create index attachment_of_ticket on attachment (ticket_id, attachment_id);

create index task_of_ticket on task (ticket_id, assigned_to);
create index task_of_user on task (desk_id, assigned_to, completed, ticket_number);

create index audit_about on audit (desk_id, entity, entity_key, happened_at, audit_id);

create index outbox_waiting on outbox (state, due_at, outbox_id);
create index outbox_of_ticket on outbox (ticket_id, state);
