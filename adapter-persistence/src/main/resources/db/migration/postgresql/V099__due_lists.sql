-- The hour in which a ticket is due, counted from 1970: a day is 23 to 26 of them.
alter table ticket add column due_hour bigint generated always as
  (cast(floor(extract(epoch from (due_in_force_at at time zone 'UTC')) / 3600) as bigint)) stored;

-- What was found past due comes by number; what may have passed since then by date, which is little;
-- what is due in an hour by number.
drop index ticket_due;
drop index ticket_due_requester;
drop index ticket_due_technician;

create index ticket_past_due on ticket (desk_id, ticket_number, due_in_force_at)
  where past_due and status_type in ('OPEN', 'PENDING', 'ON_HOLD') and deleted_at is null;
create index ticket_past_due_requester on ticket
    (desk_id, requester_id, ticket_number, due_in_force_at)
  where past_due and status_type in ('OPEN', 'PENDING', 'ON_HOLD') and deleted_at is null;
create index ticket_past_due_technician on ticket
    (desk_id, technician_id, ticket_number, due_in_force_at)
  where past_due and status_type in ('OPEN', 'PENDING', 'ON_HOLD') and deleted_at is null
    and technician_id is not null;

create index ticket_due_next on ticket (desk_id, due_in_force_at, ticket_number)
  where not past_due and due_in_force_at is not null
    and status_type in ('OPEN', 'PENDING', 'ON_HOLD') and deleted_at is null;
create index ticket_due_next_requester on ticket
    (desk_id, requester_id, due_in_force_at, ticket_number)
  where not past_due and due_in_force_at is not null
    and status_type in ('OPEN', 'PENDING', 'ON_HOLD') and deleted_at is null;
create index ticket_due_next_technician on ticket
    (desk_id, technician_id, due_in_force_at, ticket_number)
  where not past_due and due_in_force_at is not null
    and status_type in ('OPEN', 'PENDING', 'ON_HOLD') and deleted_at is null
    and technician_id is not null;

create index ticket_due_hour on ticket (desk_id, due_hour, ticket_number)
  where due_hour is not null and status_type in ('OPEN', 'PENDING', 'ON_HOLD')
    and deleted_at is null;
create index ticket_due_hour_requester on ticket (desk_id, requester_id, due_hour, ticket_number)
  where due_hour is not null and status_type in ('OPEN', 'PENDING', 'ON_HOLD')
    and deleted_at is null;
create index ticket_due_hour_technician on ticket
    (desk_id, technician_id, due_hour, ticket_number)
  where due_hour is not null and status_type in ('OPEN', 'PENDING', 'ON_HOLD')
    and deleted_at is null and technician_id is not null;

-- What is due in a span of time, of whatever status, and lists that are ordered by it.
create index ticket_by_due on ticket (desk_id, due_in_force_at, ticket_number desc)
  where due_in_force_at is not null and deleted_at is null;
