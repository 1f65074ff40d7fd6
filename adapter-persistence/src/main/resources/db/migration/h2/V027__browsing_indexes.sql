-- As for PostgreSQL, without its partial indexes.
create index ticket_by_update on ticket (desk_id, updated_at desc, ticket_number desc);
create index ticket_by_category on ticket (desk_id, category_id);
create index ticket_by_parent on ticket (desk_id, parent_number);
create index app_user_by_company on app_user (desk_id, company_id);
