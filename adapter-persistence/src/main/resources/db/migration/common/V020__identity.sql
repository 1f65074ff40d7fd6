-- A token dies when its user's stamp changes.
alter table access_key add column security_stamp uuid;
update access_key set security_stamp =
  (select u.security_stamp from app_user u where u.user_id = access_key.user_id);
