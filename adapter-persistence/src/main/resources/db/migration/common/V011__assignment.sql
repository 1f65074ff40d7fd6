-- Whose turn it is in each group, 0 standing for tickets without one, and when the desk chose whom.
create table assignment_turn (
  desk_id bigint not null,
  group_id integer not null,
  last_number bigint not null,
  constraint assignment_turn_pk primary key (desk_id, group_id)
);

create table assignment_choice (
  desk_id bigint not null,
  user_id uuid not null,
  chosen_at timestamp(3) with time zone not null,
  constraint assignment_choice_pk primary key (user_id)
);
