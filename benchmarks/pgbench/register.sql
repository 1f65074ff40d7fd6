-- What the server sends to register one ticket: who is calling, then the transaction.
--
-- The variable `admin` is the caller's id. The server takes the keys of tickets and history from
-- blocks of 64 in its memory; here they are made from the numbers that are drawn anyway. The driver
-- sends BEGIN along with the first statement, and both clocks in one round trip: the latter is done
-- here by a pipeline, the former cannot be and costs pgbench one round trip.
select security_stamp, disabled, version from app_user where user_id = :admin;
begin;
select nextval('ticket_number_1') as ticket_number, nextval('entry_id') as entry_id \gset
\set ticket_id 1000000000000 + :ticket_number
\set audit_id 1000000000000 + :entry_id
insert into ticket (ticket_id, desk_id, ticket_number, guid, subject, source, requester_id,
  technician_id, group_id, cc, type, site_id, department_id, category_id, sub_category_id, item_id,
  tier_level_id, company_id, priority_id, service_id, impact_id, urgency_id, template_id, tag_ids,
  status_id, status_type, opened_at, resolved_at, closed_at, first_resolved_at, last_resolved_at,
  closure, closure_code, closed_by, reopen_count, locked, deleted_at, sla_id, manual_due_at,
  manual_rules, sla_applies, sla_due_at, sla_shown_due_at, response_due_at, due_in_force_at,
  escalated, escalation_level, clock_level, first_response_at, updated_at, folded_subject, version)
values (:ticket_id, 1, :ticket_number, gen_random_uuid(), 'Laptop screen is broken', 'MANUAL',
  :admin, null, null, '', 'TICKET', 1, 1, 10, null, null,
  null, null, 3, null, null, null, null, '',
  1, 'OPEN', now(), null, null, null, null,
  false, null, null, 0, false, null, 1, null,
  false, true, now() + interval '1 day', now() + interval '1 day', now() + interval '6 hours',
  now() + interval '1 day',
  false, 0, 0, null, now(), 'laptop screen is broken', 1);
\startpipeline
insert into sla_clock (state, generation, target_seconds, segments, counted_from, fulfilled_at,
  cancelled, recorded_levels, breached_due_at, due_at, next_event_at, desk_id, ticket_id, kind)
values ('RUNNING', 1, 7200, '1795323377951/', null, null,
  false, '', null, now() + interval '6 hours', now() + interval '6 hours', 1, :ticket_id,
  'FIRST_RESPONSE');
insert into sla_clock (state, generation, target_seconds, segments, counted_from, fulfilled_at,
  cancelled, recorded_levels, breached_due_at, due_at, next_event_at, desk_id, ticket_id, kind)
values ('RUNNING', 1, 28800, '1795323377951/', null, null,
  false, '', null, now() + interval '1 day', now() + interval '1 day', 1, :ticket_id,
  'RESOLUTION');
\endpipeline
insert into entry (entry_id, desk_id, ticket_id, kind, side, visibility, author_id, on_behalf_of,
  subject, body, format, mail_to, mail_cc, draft, written_at)
values (:entry_id, (select t.desk_id from ticket t where t.ticket_id = :ticket_id), :ticket_id,
  'CREATED', 'CLIENT', 'PUBLIC', :admin, null,
  null, 'The screen cracked after a fall. Needs replacement.', 'PLAIN', '', '', false, now());
insert into audit (audit_id, desk_id, happened_at, actor_id, on_behalf_of, door, entity, entity_key,
  action, field, old_value, new_value)
values (:audit_id, 1, now(), :admin, null, 'tikting', 'ticket', :ticket_number::text,
  'created', 'subject', null, 'Laptop screen is broken');
commit;
