package org.polydesk.adapter.persistence.ticket;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.polydesk.adapter.persistence.testing.JdbcPorts;
import org.polydesk.application.fixture.Setups;
import org.polydesk.application.fixture.UserBuilder;
import org.polydesk.application.ticket.out.DueTickets;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.listing.Viewer;
import org.polydesk.domain.user.User;

/**
 * A desk of 200,000 tickets in PostgreSQL, made by PostgreSQL: one person works on a third of them,
 * another asked for a third, and of the oldest thirty belong to somebody who has no others.
 */
final class CrowdedDesk {
  static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  static final DeskId DESK = new DeskId(1);

  private static final String PEOPLE =
      """
      insert into app_user (user_id, desk_id, user_number, user_name, login_name, first_name,
        last_name, folded_name, role, permissions, company_manager, zone, language, date_format,
        page_size, email_notifications, push_notifications, security_stamp, disabled, away, version)
      select md5('user' || n)::uuid, 1, 1000000 + n, 'somebody' || n, 'somebody' || n, 'Some',
        'Body ' || n, 'some body ' || n, case when n <= 50 then 'TECHNICIAN' else 'MEMBER' end, '', false, 'UTC',
        'en', 'yyyy-MM-dd', 10, false, false, md5('stamp' || n)::uuid, false, false, 1
      from generate_series(1, 20000) n
      """;

  private static final String TICKETS_SQL =
      """
      insert into ticket (ticket_id, desk_id, ticket_number, guid, subject, folded_subject, source,
        requester_id, technician_id, group_id, cc, type, priority_id, tag_ids, status_id,
        status_type, opened_at, closure, reopen_count, locked, deleted_at, manual_due_at,
        manual_rules, sla_applies, due_in_force_at, escalated, escalation_level, clock_level,
        updated_at, version)
      select n, 1, n, md5('ticket' || n)::uuid, d.subject, d.subject, 'API',
        case when d.idle and n % 2 = 0 then ? when not d.idle and h % 3 = 1 then ?
          else md5('user' || (51 + h % 19949))::uuid end,
        case when d.idle and n % 2 = 1 then ? when d.idle then null when h % 3 = 0 then ?
          when h % 6 = 1 then null else md5('user' || (1 + h % 50))::uuid end,
        case when d.idle then 2 when h % 5 = 0 then null else 1 end, '', 'TICKET',
        case when n % 50000 = 77 then 4 when h % 3 = 0 then null else 1 + h % 2 end, '',
        case d.status when 'OPEN' then 1 when 'PENDING' then 2 when 'RESOLVED' then 3
          when 'CLOSED' then 4 else 5 end, d.status,
        timestamptz '2020-01-01Z' + n * interval '15 minutes', false, 0, false,
        case when not d.idle and h % 53 = 0 then timestamptz '2026-01-01Z' end, d.due, true, false,
        d.due, d.idle or h % 13 = 0, 0, 0, timestamptz '2026-01-01Z', 1
      from generate_series(1, 200000) n,
        lateral (select abs(hashint4(n)::bigint) as h, n <= 30 as idle) x,
        lateral (select idle, case when n % 40000 = 123 then 'a zebra crossing'
            when h % 3 = 0 then 'printer ' || h else 'screen ' || md5(h::text) end as subject,
          (array['OPEN', 'PENDING', 'RESOLVED', 'CLOSED', 'ON_HOLD'])
            [case when idle then 1 + n % 5 else 1 + least(h / 7 % 7, 4) end] as status,
          case when h / 100 % 4 = 0 and not idle then null
            else timestamptz '2026-03-02 12:00Z' + (case when idle then n % 3 - 1
              else h / 1000 % 60 - 20 end) * interval '5 hours' end as due) d
      """;

  private static final String TASKS =
      """
      insert into task (desk_id, ticket_id, task_number, ticket_number, title, assigned_to,
        completed)
      select 1, n, 1, n, 'Look', case when n < 10 then ? when n % 1000 < 2 then ? else ? end, n % 2 = 0
      from generate_series(1, 200000) n where n < 10 or n % 1000 < 2 or n % 3 = 0
      """;

  private final User busy = UserBuilder.aUser().in(DESK).groups(1).build();
  private final User guarded = UserBuilder.aUser().in(DESK).groups(1).build();
  private final User idle = UserBuilder.aUser().in(DESK).groups(2).build();

  /** Fills an empty database. */
  CrowdedDesk(JdbcPorts ports) {
    ports.setups().save(Setups.aDeskSetup(DESK));
    ports.users().add(busy);
    ports.users().add(guarded);
    ports.users().add(idle);
    ports.database().update(PEOPLE, none -> {});
    ports
        .database()
        .update(
            TICKETS_SQL,
            bound ->
                bound
                    .uuid(idle.id().value())
                    .uuid(guarded.id().value())
                    .uuid(idle.id().value())
                    .uuid(busy.id().value()));
    ports
        .database()
        .update(
            TASKS,
            bound ->
                bound.uuid(idle.id().value()).uuid(guarded.id().value()).uuid(busy.id().value()));
    ports.unitOfWork().run(() -> ports.bean(DueTickets.class).markPastDue(DESK, NOW, 1_000_000));
    ports.database().define("vacuum (analyze)");
  }

  /** Works on a third of the tickets, has tasks of a third, and sees all. */
  Viewer busy() {
    return viewer(busy, 1, false);
  }

  /** Asked for a third of the tickets, has some hundred tasks, and sees nothing else. */
  Viewer guarded() {
    return viewer(guarded, 1, true);
  }

  /** Has a few tickets, old ones. */
  Viewer idle(boolean restricted) {
    return viewer(idle, 2, restricted);
  }

  private static Viewer viewer(User user, int group, boolean restricted) {
    return new Viewer(user.id(), Set.of(group), false, restricted, ZoneOffset.UTC, NOW);
  }
}
