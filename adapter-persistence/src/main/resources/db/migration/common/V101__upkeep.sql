-- When an address last failed, so that old failures can be forgotten.
alter table address_lock add column failed_at timestamp(3) with time zone
  default current_timestamp(3) not null;
create index address_lock_failed on address_lock (failed_at);

-- Bytes that no attachment names are found by their digest.
create index attachment_digest on attachment (digest);

-- Policies whose tickets have to be reckoned anew, because they or their calendars were edited, and
-- how far that has come. asked_at is the database's own time.
create table sla_recalculation (
  desk_id bigint not null references desk,
  policy_id integer not null,
  edit_id uuid not null,
  changed_at timestamp(3) with time zone not null,
  asked_at timestamp(3) with time zone not null,
  after_number bigint not null,
  constraint sla_recalculation_pk primary key (desk_id, policy_id)
);
