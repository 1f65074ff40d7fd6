create index app_user_technicians on app_user (desk_id, user_number)
  where not disabled and role in ('TECHNICIAN', 'RESTRICTED_TECHNICIAN');
create index user_group_members on user_group (desk_id, group_id);
create index user_category_members on user_category (desk_id, category_id);

-- Lists leave deleted tickets out and are ordered by number; each begins with what it asks for. See
-- docs/lists.md for which list goes by which index.
create index ticket_by_requester on ticket (desk_id, requester_id, status_type, ticket_number)
  where deleted_at is null;
create index ticket_by_opening on ticket (desk_id, requester_id, opened_at, ticket_number)
  where deleted_at is null;
create index ticket_by_technician on ticket (desk_id, technician_id, status_type, ticket_number)
  where technician_id is not null and deleted_at is null;
create index ticket_unassigned on ticket (desk_id, status_type, ticket_number)
  where technician_id is null and deleted_at is null;
create index ticket_by_status on ticket (desk_id, status_type, ticket_number)
  where deleted_at is null;
create index ticket_by_group on ticket (desk_id, group_id, ticket_number)
  where group_id is not null and deleted_at is null;
create index ticket_by_priority on ticket (desk_id, priority_id, ticket_number)
  where priority_id is not null and deleted_at is null;

create index ticket_due on ticket (desk_id, due_in_force_at, ticket_number)
  where due_in_force_at is not null and status_type in ('OPEN', 'PENDING', 'ON_HOLD')
    and deleted_at is null;
create index ticket_due_requester on ticket
    (desk_id, requester_id, due_in_force_at, ticket_number)
  where due_in_force_at is not null and status_type in ('OPEN', 'PENDING', 'ON_HOLD')
    and deleted_at is null;
create index ticket_due_technician on ticket
    (desk_id, technician_id, due_in_force_at, ticket_number)
  where due_in_force_at is not null and status_type in ('OPEN', 'PENDING', 'ON_HOLD')
    and deleted_at is null and technician_id is not null;

create index ticket_escalated on ticket (desk_id, ticket_number)
  where escalated and deleted_at is null;
create index ticket_escalated_requester on ticket (desk_id, requester_id, ticket_number)
  where escalated and deleted_at is null;
create index ticket_escalated_technician on ticket (desk_id, technician_id, ticket_number)
  where escalated and deleted_at is null and technician_id is not null;

create index sla_clock_next_event on sla_clock (next_event_at) where next_event_at is not null;

create index entry_of_ticket on entry (ticket_id, entry_id);
create index entry_opening on entry (ticket_id) where kind = 'CREATED';
create index attachment_of_ticket on attachment (ticket_id, attachment_id)
  where ticket_id is not null;
create index attachment_waiting on attachment (added_at) where ticket_id is null;

create index task_of_ticket on task (ticket_id, assigned_to);
create index task_of_user on task (desk_id, assigned_to, completed, ticket_number);

create index audit_about on audit (desk_id, entity, entity_key, happened_at, audit_id);

create index outbox_waiting on outbox (due_at, outbox_id) where state = 'WAITING';
create index outbox_of_ticket on outbox (ticket_id) where state = 'WAITING';
