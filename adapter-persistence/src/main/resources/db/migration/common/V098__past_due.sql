-- Whether the last look at what is due found the ticket's due date passed. It only says where lists
-- look: the date itself is asked too, so an old mark makes nothing wrong. See docs/lists.md.
alter table ticket add column past_due boolean default false not null;
