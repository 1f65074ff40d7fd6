-- Addresses that wrong passwords came from.
create table address_lock (
  address varchar(64) not null primary key,
  failures integer not null,
  locked_until timestamp(3) with time zone
);
