-- One definition for H2 (in PostgreSQL mode) and PostgreSQL. Indexes that no rule depends on are
-- in the folders of the two vendors. Every table has the desk; keys that rise over all nodes come
-- from uncached sequences, keys that nobody sees from sequences that hand out blocks of 64.

create sequence ticket_id_block start with 1 increment by 64 cache 1;
create sequence audit_id_block start with 1 increment by 64 cache 1;
create sequence outbox_id_block start with 1 increment by 64 cache 1;
create sequence entry_id start with 1 increment by 1 cache 1;
create sequence attachment_id start with 1 increment by 1 cache 1;

create table desk (
  desk_id bigint not null primary key,
  public_id uuid not null,
  name varchar(255) not null,
  default_sla_policy_id integer,
  setup_version bigint not null
);
create unique index desk_public_id on desk (public_id);

create table desk_setting (
  desk_id bigint not null references desk,
  name varchar(64) not null,
  setting varchar(4000) not null,
  primary key (desk_id, name)
);

create table status_row (
  desk_id bigint not null references desk,
  status_id integer not null,
  name varchar(255) not null,
  type varchar(16) not null,
  pauses_clock boolean not null,
  primary key (desk_id, status_id)
);

create table catalogue_row (
  desk_id bigint not null references desk,
  list varchar(32) not null,
  row_id integer not null,
  name varchar(255) not null,
  parent_id integer,
  active boolean not null,
  primary key (desk_id, list, row_id)
);

create table tag (
  desk_id bigint not null references desk,
  tag_id integer not null,
  category_id uuid not null,
  name varchar(255) not null,
  primary key (desk_id, tag_id)
);

create table calendar (
  desk_id bigint not null references desk,
  calendar_id integer not null,
  name varchar(100) not null,
  minutes_per_day integer not null,
  definition varchar(1000000) not null,
  primary key (desk_id, calendar_id)
);

create table sla_policy (
  desk_id bigint not null references desk,
  policy_id integer not null,
  name varchar(100) not null,
  calendar_id integer not null,
  definition varchar(1000000) not null,
  primary key (desk_id, policy_id),
  foreign key (desk_id, calendar_id) references calendar
);

create table sla_rule (
  desk_id bigint not null references desk,
  position integer not null,
  rule_rank integer not null,
  active boolean not null,
  conditions varchar(4000) not null,
  policy_id integer not null,
  primary key (desk_id, position),
  foreign key (desk_id, policy_id) references sla_policy
);

create table app_user (
  user_id uuid not null primary key,
  desk_id bigint not null references desk,
  user_number bigint not null,
  user_name varchar(255),
  email varchar(254),
  -- Folded forms, compared instead of what was sent: a log-in's name and address are unique in the
  -- store, anybody's address is unique in its desk.
  login_name varchar(765),
  login_email varchar(765),
  desk_email varchar(765),
  first_name varchar(255) not null,
  last_name varchar(255) not null,
  -- Both names in the folded form, which is what searches look at.
  folded_name varchar(1600) not null,
  role varchar(32) not null,
  permissions varchar(1000) not null,
  company_manager boolean not null,
  company_id integer,
  department_id integer,
  avatar_url varchar(2048),
  zone varchar(64) not null,
  language varchar(64) not null,
  date_format varchar(64) not null,
  page_size integer not null,
  email_notifications boolean not null,
  push_notifications boolean not null,
  security_stamp uuid not null,
  disabled boolean not null,
  away boolean not null,
  capacity integer,
  version bigint not null
);
create unique index app_user_number on app_user (desk_id, user_number);
create unique index app_user_login_name on app_user (login_name);
create unique index app_user_login_email on app_user (login_email);
create unique index app_user_desk_email on app_user (desk_id, desk_email);

create table user_group (
  desk_id bigint not null references desk,
  user_id uuid not null references app_user,
  group_id integer not null,
  primary key (user_id, group_id)
);

create table user_category (
  desk_id bigint not null references desk,
  user_id uuid not null references app_user,
  category_id integer not null,
  primary key (user_id, category_id)
);

create table credential (
  user_id uuid not null primary key references app_user,
  desk_id bigint not null references desk,
  password_hash varchar(255) not null,
  failures integer not null,
  locked_until timestamp(3) with time zone
);

create table access_key (
  desk_id bigint not null references desk,
  kind varchar(32) not null,
  label varchar(255) not null,
  secret_hash varchar(128) not null,
  user_id uuid references app_user,
  read_only boolean not null,
  primary key (desk_id, kind, label)
);
create unique index access_key_secret on access_key (kind, secret_hash);

-- Tags are one text, "3,17", for tickets are read whole.
-- No reference to the desk: thousands of inserts a second would share the lock of one row.
create table ticket (
  ticket_id bigint not null primary key,
  desk_id bigint not null,
  ticket_number bigint not null,
  guid uuid not null,
  subject varchar(255) not null,
  folded_subject varchar(765) not null,
  source varchar(16) not null,
  requester_id uuid not null,
  technician_id uuid,
  group_id integer,
  cc varchar(100000) not null,
  type varchar(16) not null,
  site_id integer,
  department_id integer,
  category_id integer,
  sub_category_id integer,
  item_id integer,
  tier_level_id integer,
  company_id integer,
  priority_id integer,
  service_id integer,
  impact_id integer,
  urgency_id integer,
  template_id uuid,
  tag_ids varchar(10000) not null,
  status_id integer not null,
  status_type varchar(16) not null,
  opened_at timestamp(3) with time zone not null,
  resolved_at timestamp(3) with time zone,
  closed_at timestamp(3) with time zone,
  first_resolved_at timestamp(3) with time zone,
  last_resolved_at timestamp(3) with time zone,
  closure boolean not null,
  closure_code varchar(64),
  closed_by uuid,
  reopen_count integer not null,
  locked boolean not null,
  deleted_at timestamp(3) with time zone,
  sla_id integer,
  manual_due_at timestamp(3) with time zone,
  manual_rules boolean not null,
  sla_applies boolean not null,
  sla_due_at timestamp(3) with time zone,
  sla_shown_due_at timestamp(3) with time zone,
  response_due_at timestamp(3) with time zone,
  due_in_force_at timestamp(3) with time zone,
  escalated boolean not null,
  escalation_level integer not null,
  clock_level integer not null,
  first_response_at timestamp(3) with time zone,
  updated_at timestamp(3) with time zone not null,
  version bigint not null
);
create unique index ticket_number on ticket (desk_id, ticket_number);
create unique index ticket_guid on ticket (desk_id, guid);

-- What a clock measured is in its segments; due_at and next_event_at follow from them and are here
-- for those who search by them.
create table sla_clock (
  desk_id bigint not null,
  ticket_id bigint not null references ticket,
  kind varchar(16) not null,
  state varchar(16) not null,
  generation integer not null,
  target_seconds bigint,
  segments varchar(1000000) not null,
  counted_from timestamp(3) with time zone,
  fulfilled_at timestamp(3) with time zone,
  cancelled boolean not null,
  recorded_levels varchar(1000) not null,
  breached_due_at timestamp(3) with time zone,
  due_at timestamp(3) with time zone,
  next_event_at timestamp(3) with time zone,
  primary key (ticket_id, kind)
);

create table entry (
  entry_id bigint not null primary key,
  desk_id bigint not null,
  ticket_id bigint not null references ticket,
  kind varchar(16) not null,
  side varchar(8) not null,
  visibility varchar(8) not null,
  author_id uuid,
  on_behalf_of uuid,
  subject varchar(1000),
  body varchar(1000000) not null,
  format varchar(8) not null,
  mail_to varchar(100000) not null,
  mail_cc varchar(100000) not null,
  draft boolean not null,
  written_at timestamp(3) with time zone not null
);

create table attachment (
  attachment_id bigint not null primary key,
  desk_id bigint not null,
  public_id uuid not null,
  kind varchar(8) not null,
  ticket_id bigint references ticket,
  entry_id bigint references entry,
  name varchar(255) not null,
  media_type varchar(255) not null,
  size_bytes bigint not null,
  digest varchar(64) not null,
  added_by uuid,
  added_at timestamp(3) with time zone not null
);
create unique index attachment_public_id on attachment (public_id);

create table resolution (
  desk_id bigint not null,
  ticket_id bigint not null primary key references ticket,
  round integer not null,
  details varchar(1000000) not null,
  resolved_by uuid not null,
  resolved_at timestamp(3) with time zone not null
);

create table read_mark (
  desk_id bigint not null,
  ticket_id bigint not null references ticket,
  user_id uuid not null,
  read_at timestamp(3) with time zone not null,
  primary key (ticket_id, user_id)
);

-- The ticket's number never changes and is here because lists of tasks are ordered by it.
create table task (
  desk_id bigint not null,
  ticket_id bigint not null references ticket,
  task_number integer not null,
  ticket_number bigint not null,
  title varchar(1000) not null,
  assigned_to uuid not null,
  completed boolean not null,
  primary key (ticket_id, task_number)
);

-- Appended to and never changed; outlives what it tells of, so it refers to nothing.
create table audit (
  audit_id bigint not null primary key,
  desk_id bigint not null,
  happened_at timestamp(3) with time zone not null,
  actor_id uuid,
  on_behalf_of uuid,
  door varchar(64) not null,
  entity varchar(32) not null,
  entity_key varchar(255) not null,
  action varchar(64) not null,
  field varchar(64),
  old_value varchar(1000000),
  new_value varchar(1000000)
);

create table outbox (
  outbox_id bigint not null primary key,
  desk_id bigint not null,
  delivery_id uuid not null,
  channel varchar(16) not null,
  event varchar(32) not null,
  ticket_id bigint not null,
  entry_id bigint,
  to_user uuid,
  to_addresses varchar(100000) not null,
  created_at timestamp(3) with time zone not null,
  state varchar(16) not null,
  attempts integer not null,
  due_at timestamp(3) with time zone not null
);
create unique index outbox_delivery_id on outbox (delivery_id);
