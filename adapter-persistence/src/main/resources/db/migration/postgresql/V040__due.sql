-- What becomes due by itself is found by its instant.
create index ticket_resolved on ticket (desk_id, resolved_at, ticket_number)
  where status_type = 'RESOLVED' and deleted_at is null;
create index ticket_closed on ticket (desk_id, closed_at, ticket_number)
  where status_type = 'CLOSED' and deleted_at is null and not locked;
