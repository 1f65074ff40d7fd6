-- What callers have taken of their budgets, counted for all nodes together. A crash of the database
-- may empty it: nobody is worse off than at the beginning of a window, and no request waits for a disk.
create unlogged table request_budget (
  caller varchar(255) not null primary key,
  ends_at timestamp(3) with time zone not null,
  taken integer not null
) with (fillfactor = 50);
