-- Lists in another order than the usual one: by texts and dates of tickets, and person by person.
-- Texts may be longer than an index takes, so it has their beginning.
create index ticket_by_subject on ticket (desk_id, left(folded_subject, 100), ticket_number desc)
  where deleted_at is null;
create index ticket_by_wish on ticket (desk_id, manual_due_at, ticket_number desc)
  where manual_due_at is not null and deleted_at is null;
create index ticket_of_requester on ticket (desk_id, requester_id, ticket_number)
  where deleted_at is null;
create index ticket_of_technician on ticket (desk_id, technician_id, ticket_number)
  where technician_id is not null and deleted_at is null;
create index ticket_of_status on ticket (desk_id, status_id, ticket_number)
  where deleted_at is null;
create index ticket_of_nobody on ticket (desk_id, ticket_number)
  where technician_id is null and deleted_at is null;
create index ticket_by_opened on ticket (desk_id, opened_at) where deleted_at is null;
create index app_user_by_name on app_user (desk_id, left(folded_name, 100));
