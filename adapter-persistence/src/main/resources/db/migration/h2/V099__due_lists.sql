-- As for PostgreSQL, without its partial indexes.
alter table ticket add column due_hour bigint generated always as
  (cast(floor(extract(epoch from due_in_force_at) / 3600) as bigint));
create index ticket_due_hour on ticket (desk_id, due_hour, ticket_number);
create index ticket_due_hour_requester on ticket (desk_id, requester_id, due_hour, ticket_number);
create index ticket_due_hour_technician on ticket
    (desk_id, technician_id, due_hour, ticket_number);
create index ticket_due_requester on ticket (desk_id, requester_id, due_in_force_at);
create index ticket_due_technician on ticket (desk_id, technician_id, due_in_force_at);
