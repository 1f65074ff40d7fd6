-- What became of a ticket besides its fields: who spoke last, who works how long, whose part it is.
alter table ticket add column opened_by varchar(8) default 'CLIENT' not null;
alter table ticket add column last_public_side varchar(8);
alter table ticket add column noted boolean default false not null;
alter table ticket add column unread boolean default false not null;
alter table ticket add column client_read_up_to bigint default 0 not null;
alter table ticket add column updated_by uuid;
alter table ticket add column started_at timestamp(3) with time zone;
alter table ticket add column seconds_spent bigint default 0 not null;
alter table ticket add column parent_number bigint;
alter table ticket add column merged_into bigint;

-- Who follows a ticket beside the people who ask and work there.
create table ticket_subscriber (
  desk_id bigint not null,
  ticket_id bigint not null references ticket,
  user_id uuid not null,
  primary key (ticket_id, user_id)
);
create index ticket_subscriber_user on ticket_subscriber (user_id, ticket_id);

-- An attachment is bytes that the desk keeps or the address of something elsewhere.
alter table attachment add column link varchar(2048);
alter table attachment add column caption varchar(1000);

-- Facts of one change share the number of the line that tells it in the conversation.
alter table audit add column line_number bigint;
