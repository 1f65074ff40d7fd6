-- Tickets that have to do with each other, the lower number first.
create table ticket_link (
  desk_id bigint not null,
  low_number bigint not null,
  high_number bigint not null,
  primary key (desk_id, low_number, high_number)
);
create index ticket_link_high on ticket_link (desk_id, high_number, low_number);

-- What came from a ticket that is gone into another remembers where it was.
alter table entry add column merged_from bigint;
alter table attachment add column merged_from bigint;

create index ticket_parts on ticket (desk_id, parent_number, ticket_number);
