-- As for PostgreSQL, without its partial indexes.
create index ticket_resolved on ticket (desk_id, status_type, resolved_at, ticket_number);
create index ticket_closed on ticket (desk_id, status_type, closed_at, ticket_number);
