-- Lists that anybody asks for are ordered by the last change unless they say otherwise.
create index ticket_by_update on ticket (desk_id, updated_at desc, ticket_number desc)
  where deleted_at is null;
create index ticket_by_category on ticket (desk_id, category_id)
  where category_id is not null and deleted_at is null;
create index ticket_by_parent on ticket (desk_id, parent_number)
  where parent_number is not null and deleted_at is null;
create index app_user_by_company on app_user (desk_id, company_id) where company_id is not null;

-- Texts that lists are ordered by are compared character by character, as Java does.
alter table ticket alter column folded_subject type varchar(765) collate "C";
alter table app_user alter column folded_name type varchar(1600) collate "C";
alter table app_user alter column desk_email type varchar(765) collate "C";
