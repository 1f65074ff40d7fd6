-- What a model begins with is looked for byte by byte.
create index asset_model on asset (desk_id, folded_model text_pattern_ops);
create index asset_user_user on asset_user (user_id);
create index asset_ticket_ticket on asset_ticket (ticket_id);
