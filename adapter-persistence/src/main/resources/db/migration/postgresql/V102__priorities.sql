-- Lists by priority end with tickets that have none, which are few.
create index ticket_without_priority on ticket (desk_id, ticket_number)
  where priority_id is null and deleted_at is null;
