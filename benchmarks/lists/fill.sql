-- Fills the default desk with the variable `tickets` tickets of three years, each with two comments,
-- for desk.sh: about one in thirteen is not done, mostly among the newest; `tech1` works on a third
-- of all, `member1` opened three. Numbers and keys are the same, 1 and up; every 200th is deleted. Everybody has the administrator's password.
\set ON_ERROR_STOP on
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '1GB';
set max_parallel_maintenance_workers = 2;
select setseed(0.5);

insert into catalogue_row
  select 1, 'GROUP', g, 'Group ' || g, null, true from generate_series(3, 50) g;

-- 100 technicians have the numbers from 1001, 2,000 members those from 10001.
insert into app_user (user_id, desk_id, user_number, user_name, email, login_name, login_email,
    desk_email, first_name, last_name, folded_name, role, permissions, company_manager, zone,
    language, date_format, page_size, email_notifications, push_notifications, security_stamp,
    disabled, away, version)
  select md5(login)::uuid, 1, number, login, login || '@example.org', login,
    login || '@example.org', login || '@example.org', initcap(kind), 'No ' || n,
    kind || ' no ' || n, role, permissions, false, 'UTC', 'en', 'yyyy-MM-dd', 10, true, true,
    gen_random_uuid(), false, false, 1
  from (
    select n, kind || n as login, kind, base + n as number, role, permissions
    from (values
        ('tech', 100, 1000, 'TECHNICIAN', 'CREATE,UPDATE,FORWARD,REPLY,CLOSE,RESOLVE,PICKUP'),
        ('member', 2000, 10000, 'MEMBER', 'CREATE'))
      as kinds (kind, many, base, role, permissions), generate_series(1, many) n) people;
insert into credential (user_id, desk_id, password_hash, failures)
  select u.user_id, 1, c.password_hash, 0
  from app_user u, credential c
  where u.login_name in ('tech1', 'member1');
insert into user_group
  select 1, user_id, 1 + (user_number + g) % 50
  from app_user, generate_series(0, 2) g where role = 'TECHNICIAN';

-- Indexes are made anew at the end, which is much quicker than row by row.
create temporary table later as
  select indexname, indexdef from pg_indexes
  where schemaname = 'public' and indexdef not like 'CREATE UNIQUE%'
    and tablename in ('ticket', 'entry', 'sla_clock', 'audit', 'task', 'attachment');
select format('drop index %I', indexname) from later \gexec

insert into ticket (ticket_id, desk_id, ticket_number, guid, subject, folded_subject, source,
    requester_id, technician_id, group_id, cc, type, site_id, department_id, category_id,
    priority_id, tag_ids, status_id, status_type, opened_at, resolved_at, closed_at,
    first_resolved_at, last_resolved_at, closure, reopen_count, locked, deleted_at, sla_id,
    manual_due_at, manual_rules, sla_applies, sla_due_at, sla_shown_due_at, response_due_at,
    due_in_force_at, past_due, escalated, escalation_level, clock_level, first_response_at,
    opened_by, last_public_side, updated_by, updated_at, version)
  select n, 1, n, gen_random_uuid(), subject, lower(subject),
    (array['PORTAL', 'EMAIL', 'API', 'MANUAL'])[1 + floor(4 * random())::int],
    case when n % (:tickets / 3) = 1 then md5('member1')
      else md5('member' || 2 + floor(1999 * random())) end::uuid,
    case when who < 0.33 then md5('tech1')
      when who < 0.9 then md5('tech' || 2 + floor(99 * random())) end::uuid,
    case when random() < 0.7 then 1 + floor(50 * random())::int end,
    '', (array['TICKET', 'SERVICE_REQUEST', 'PROBLEM'])[1 + floor(3 * random() ^ 3)::int],
    1 + n % 2, 1 + n % 3, 10 + n % 3,
    1 + floor(4 * random())::int, case when n % 1000 = 3 then '1' else '' end,
    case type when 'OPEN' then (array[1, 6, 7])[1 + floor(3 * random())::int] when 'PENDING' then 2
      when 'RESOLVED' then 3 when 'CLOSED' then 4 else 5 end,
    type, opened, solved, case when type = 'CLOSED' then solved end, solved, solved,
    type = 'CLOSED', 0, false, case when n % 200 = 0 then opened + interval '1 hour' end, 1,
    case when n % 20 = 7 then date_trunc('day', opened) + interval '7 days' end,
    false, true, due, due, opened + interval '4 hours',
    case when type not in ('PENDING', 'ON_HOLD') then due end,
    solved is null and type = 'OPEN' and due < now(),
    solved is null and random() < 0.1, 0, 0,
    case when type = 'OPEN' then null else opened + interval '2 hours' end,
    'CLIENT', case when who < 0.5 then 'STAFF' else 'CLIENT' end, md5('tech1')::uuid,
    coalesce(solved, opened + interval '2 hours'), 3
  from (
    select *,
      case when type in ('RESOLVED', 'CLOSED') then opened + interval '20 hours' end as solved,
      case when type in ('RESOLVED', 'CLOSED') then opened + interval '1 day'
        when random() < 0.25 then date_trunc('day', now()) - random() * interval '20 days'
        else date_trunc('day', now()) + random() * interval '20 days' end as due
    from (
      select n, random() as who,
        now() - interval '3 years' * (1 - n / (:tickets + 1.0)) as opened,
        format('%s %s %s',
          (array['Broken', 'New', 'Slow', 'Missing', 'Question about'])[1 + floor(5 * random())::int],
          (array['printer', 'laptop', 'mailbox', 'access card', 'monitor'])[1 + floor(5 * random())::int],
          case when n % 9973 = 77 then 'of the zeppelin'
            else 'in room ' || floor(500 * random()) end) as subject,
        case when n < 0.95 * :tickets and random() < 0.97 or random() < 0.2
            then (array['CLOSED', 'CLOSED', 'CLOSED', 'RESOLVED'])[1 + floor(4 * random())::int]
          else (array['OPEN', 'OPEN', 'OPEN', 'PENDING', 'ON_HOLD'])[1 + floor(5 * random())::int]
          end as type
      from generate_series(1, :tickets) n) dealt) told;

insert into sla_clock (desk_id, ticket_id, kind, state, generation, target_seconds, segments,
    fulfilled_at, cancelled, recorded_levels, due_at, next_event_at)
  select 1, ticket_id, kind,
    case when ended is not null then 'FULFILLED'
      when status_type in ('PENDING', 'ON_HOLD') then 'PAUSED' else 'RUNNING' end,
    1, target, floor(1000 * extract(epoch from opened_at))::bigint || '/' || coalesce(
        floor(1000 * extract(epoch from coalesce(ended, case
          when status_type in ('PENDING', 'ON_HOLD') then opened_at + interval '2 hours' end)))
        ::bigint::text, ''),
    ended, false, '', due_in_force_at,
    case when ended is null and status_type = 'OPEN'
      then greatest(due_in_force_at, now() + interval '1 day') end
  from ticket, lateral (values ('FIRST_RESPONSE', 14400, first_response_at),
    ('RESOLUTION', 86400, resolved_at)) clocks (kind, target, ended);

insert into entry (entry_id, desk_id, ticket_id, kind, side, visibility, author_id, body, folded_body,
    format, mail_to, mail_cc, draft, written_at)
  select 3 * ticket_id + part, 1, ticket_id, case part when 0 then 'CREATED' else 'REPLY' end,
    case part when 1 then 'STAFF' else 'CLIENT' end, 'PUBLIC',
    case part when 1 then coalesce(technician_id, md5('tech2')::uuid) else requester_id end,
    said, lower(said), 'PLAIN', '', '', false, opened_at + part * interval '1 hour'
  from ticket, generate_series(0, 2) part,
    lateral (select case part when 0 then subject || '. It was so this morning and it is still so now.'
      when 1 then 'We are looking at it and will call you in hour ' || ticket_number % 97 || '.'
      else 'Thank you. My number is ' || ticket_number || '.' end as said) words;

insert into audit (audit_id, desk_id, happened_at, actor_id, door, entity, entity_key, action,
    field, new_value)
  select ticket_id, 1, opened_at, requester_id, 'tikting', 'ticket', ticket_id::text, 'created',
    'subject', subject
  from ticket;
insert into resolution
  select 1, ticket_id, 1, 'It works again.', technician_id, resolved_at
  from ticket where resolved_at is not null and technician_id is not null;
insert into attachment (attachment_id, desk_id, public_id, kind, ticket_id, entry_id, name,
    media_type, size_bytes, digest, added_by, added_at)
  select ticket_id, 1, gen_random_uuid(), 'STORED', ticket_id, 3 * ticket_id, 'photo.png',
    'image/png', 20000, repeat('ab', 32), requester_id, opened_at
  from ticket where ticket_id % 20 = 0;
insert into task
  select 1, ticket_id, 1, ticket_number, 'Call back', technician_id, resolved_at is not null
  from ticket where ticket_id % 25 = 0 and technician_id is not null;
insert into read_mark
  select 1, ticket_id, technician_id, opened_at + interval '2 hours'
  from ticket where technician_id is not null and ticket_id % 3 > 0;

select indexdef from later \gexec
select setval('ticket_number_1', :tickets), setval('user_number_1', 100000),
  setval('entry_id', 3 * :tickets + 3), setval('attachment_id', :tickets),
  setval('ticket_id_block', :tickets + 1), setval('audit_id_block', :tickets + 1);
vacuum analyze;
