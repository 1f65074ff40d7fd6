-- What the desk's people begin their answers with.
create table canned_answer (
  desk_id bigint not null references desk,
  answer_id integer not null,
  name varchar(255) not null,
  body varchar(1000000) not null,
  format varchar(8) not null,
  internal boolean not null,
  category_id integer,
  primary key (desk_id, answer_id)
);
