-- What programs said about tickets and want back word for word.
create table person_as_sent (
  desk_id bigint not null,
  ticket_id bigint not null references ticket,
  role varchar(64) not null,
  user_id uuid,
  sent_id varchar(255) not null,
  name varchar(255) not null,
  email varchar(254) not null,
  primary key (ticket_id, role)
);

create table value_as_sent (
  desk_id bigint not null,
  ticket_id bigint not null references ticket,
  field_key varchar(255) not null,
  sent_value varchar(1000000) not null,
  primary key (ticket_id, field_key)
);
