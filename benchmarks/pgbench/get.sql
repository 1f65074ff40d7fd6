-- What the server sends to read one ticket: who is calling, the ticket, its files.
--
-- Variables: `admin`, the caller's id; `lowest` and `highest`, the numbers that are read.
\set ticket_number random(:lowest, :highest)
select security_stamp, disabled, version from app_user where user_id = :admin;
select rq.user_id as rq_id, rq.first_name as rq_first, rq.last_name as rq_last,
  rq.user_name as rq_name, rq.email as rq_email,
  te.user_id as te_id, te.first_name as te_first, te.last_name as te_last,
  te.user_name as te_name, te.email as te_email,
  rb.user_id as rb_id, rb.first_name as rb_first, rb.last_name as rb_last,
  rb.user_name as rb_name, rb.email as rb_email,
  t.*, r.details, r.resolved_at as resolution_at,
  (select e.body from entry e
    where e.ticket_id = t.ticket_id and e.kind = 'CREATED') as body,
  (select e.format from entry e
    where e.ticket_id = t.ticket_id and e.kind = 'CREATED') as format,
  exists (select 1 from task k
    where k.ticket_id = t.ticket_id and k.assigned_to = :admin) as has_task,
  exists (select 1 from read_mark m
    where m.ticket_id = t.ticket_id and m.user_id = :admin) as is_read
from ticket t
  join app_user rq on rq.user_id = t.requester_id
  left join app_user te on te.user_id = t.technician_id
  left join resolution r on r.ticket_id = t.ticket_id
  left join app_user rb on rb.user_id = r.resolved_by
where t.desk_id = 1 and t.ticket_number = :ticket_number and t.deleted_at is null
\gset
select a.* from attachment a left join entry e on e.entry_id = a.entry_id
where a.ticket_id = any (array[:ticket_id]::bigint[]) and a.kind = 'STORED'
  and (a.entry_id is null or e.visibility = 'PUBLIC')
order by a.attachment_id;
